package english

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/learn"
)

//go:embed names/given.txt
var givenList string

//go:embed names/surnames.txt
var surnameList string

//go:embed names/places.txt
var placeList string

//go:embed names/organisations.txt
var organisationList string

//go:embed names/titles.txt
var titleList string

//go:embed names/organisation-words.txt
var organisationWordList string

//go:embed names/place-words.txt
var placeWordList string

//go:embed names/demonyms.txt
var demonymList string

//go:embed names/calendar.txt
var calendarList string

// nameLists is a set of lists that a word or a run of words is in.
type nameLists uint16

const (
	inGiven nameLists = 1 << iota
	inSurnames
	inPlaces
	inOrganisations
	inTitles
	inOrganisationWords
	inPlaceWords
	inDemonyms
	inCalendar
	// longer entries begin with these words
	inPrefix
)

// nameTable maps hashes of folded words and runs of words to their lists. It is
// an open hash table; an entry takes eight bytes.
type nameTable struct{ slots []nameSlot }

type nameSlot struct {
	check uint32
	lists nameLists
}

const nameSlots = 1 << 18

var nameTables = sync.OnceValue(func() *nameTable {
	t := &nameTable{slots: make([]nameSlot, nameSlots)}
	for _, l := range []struct {
		text string
		list nameLists
	}{
		{givenList, inGiven}, {surnameList, inSurnames}, {placeList, inPlaces}, {organisationList, inOrganisations},
		{titleList, inTitles}, {organisationWordList, inOrganisationWords}, {placeWordList, inPlaceWords},
		{demonymList, inDemonyms}, {calendarList, inCalendar},
	} {
		for line := range strings.SplitSeq(l.text, "\n") {
			if line != "" && line[0] != '#' {
				t.add(line, l.list)
			}
		}
	}
	return t
})

// add enters a line of words, parted by spaces or hyphens, without its article.
func (t *nameTable) add(line string, list nameLists) {
	h := uint64(0)
	line = strings.TrimPrefix(line, "the ")
	for line != "" {
		word := line
		if end := strings.IndexAny(line, " -"); end >= 0 {
			word, line = line[:end], line[end+1:]
		} else {
			line = ""
		}
		if word == "" {
			continue
		}
		h = runHash(h, foldHash(word))
		if line != "" {
			t.put(h, inPrefix)
		}
	}
	t.put(h, list)
}

func (t *nameTable) put(h uint64, list nameLists) {
	for i := h % nameSlots; ; i = (i + 1) % nameSlots {
		s := &t.slots[i]
		if s.lists == 0 || s.check == uint32(h>>32) {
			s.check = uint32(h >> 32)
			s.lists |= list
			return
		}
	}
}

func (t *nameTable) get(h uint64) nameLists {
	for i := h % nameSlots; ; i = (i + 1) % nameSlots {
		s := t.slots[i]
		if s.lists == 0 || s.check == uint32(h>>32) {
			return s.lists
		}
	}
}

// runHash adds a word to a run of words, which begins as 0.
func runHash(run, word uint64) uint64 {
	return uint64(learn.Feature(run).Int(word))
}

// foldHash is the hash of a word without case and diacritics.
func foldHash(word string) uint64 { return foldWithout(word, 0) }

// foldWithout leaves one character out.
func foldWithout(word string, out byte) uint64 {
	h := uint64(0xcbf29ce484222325)
	add := func(c byte) { h = (h ^ uint64(c)) * 0x100000001b3 }
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c != out {
				add(c)
			}
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(word[i:])
		if base := plainLetter(r); base != 0 {
			add(base)
		} else {
			for _, c := range []byte(word[i : i+w]) {
				add(c)
			}
		}
		i += w
	}
	return h
}

// plainLetter is the letter of ASCII that a letter with a diacritic is
// written with where none is at hand, 0 for none.
func plainLetter(r rune) byte {
	const latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
	const extendedA = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	switch {
	case r == '’' || r == '‘' || r == 'ʼ':
		return '\''
	case 0xC0 <= r && r < 0x100 && r != 0xD7 && r != 0xF7:
		return latin1[r-0xC0]
	case 0x218 <= r && r <= 0x21B:
		return "sstt"[r-0x218]
	case 0x100 <= r && int(r-0x100) < len(extendedA):
		return extendedA[r-0x100]
	}
	return 0
}

// IsTitle reports whether a word is part of a title, an office or a role that
// stands before a person's name: "Mr.", "Deputy", "Commander".
func IsTitle(word string) bool {
	return nameTables().get(runHash(0, foldHash(word)))&inTitles != 0
}

// IsDemonym reports whether a word tells a people, a language, a faith or a
// party's member: "Iranian", "Democrats".
func IsDemonym(word string) bool {
	return nameTables().get(runHash(0, foldHash(word)))&inDemonyms != 0
}
