package copying

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inside weighs the traces that copying leaves in the text: sentences cut
// short, people who speak without having been introduced, words put in or left
// out throughout.
func (l *link) inside(documents []*document) {
	of, in := documents[l.of], documents[l.in]
	short, adds, lacks := 0, 0, 0
	for i := range l.matches {
		m := &l.matches[i]
		if m.cutShort {
			short++
		}
		if m.added >= 2 {
			adds++
		}
		if m.missing >= 2 {
			lacks++
		}
	}
	if short > 0 {
		l.add(cutsShort*min(short, 3), "cuts short %s that the other has in full", counted(short, "sentence"))
	}
	switch {
	case lacks >= 2 && adds == 0:
		l.add(onlyCuts, "leaves words out of %s and adds none", counted(lacks, "sentence"))
	case l.isFuller(adds):
		l.add(hasMore, "%s have words that the other lacks, added or from a source of both", counted(adds, "sentence"))
	}
	if word := sharedSlip(of, in, l.matches); word != "" {
		l.add(0, "both print “%s %s”", word, word)
	}
	if name := bareName(of, in); name != "" {
		l.add(unintroduced, "lets “%s” speak without an introduction that the other has", name)
	}
	if name := bareName(in, of); name != "" {
		l.add(-unintroduced, "introduces “%s”, whom the other lets speak without an introduction", name)
	}
}

// isFuller reports whether so many sentences of the copy have words that the
// source lacks that the source can hardly be where they are from: editors cut
// far more than they put in. adds is the number of those sentences.
func (l *link) isFuller(adds int) bool {
	return adds >= fullerFrom && adds*10 >= len(l.matches)
}

// fuller reports whether the evidence rather speaks for a source of both.
func (l *link) fuller() bool {
	adds := 0
	for i := range l.matches {
		if l.matches[i].added >= 2 {
			adds++
		}
	}
	return l.isFuller(adds) && !l.directed()
}

// sharedSlip is a content word that both articles print twice running in a
// passage they share: an error that has come over.
func sharedSlip(of, in *document, matches []match) string {
	for _, m := range matches {
		word := doubled(in, m.in)
		if word != "" && doubled(of, m.of) == word {
			return word
		}
	}
	return ""
}

func doubled(d *document, e extent) string {
	i := sort.Search(len(d.at), func(i int) bool { return d.at[i].start >= e.start })
	for i++; i < len(d.at) && d.at[i].end <= e.end; i++ {
		if d.words[i] == d.words[i-1] && d.at[i].end-d.at[i].start > 3 && d.at[i-1].end+1 == d.at[i].start {
			return d.at[i].span().In(d.article.Text)
		}
	}
	return ""
}

func counted(n int, what string) string {
	if n == 1 {
		return "a " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

var speaking = map[string]bool{"said": true, "says": true, "told": true, "added": true, "adding": true}

// mostSpeakers bounds the names that bareName looks at.
const mostSpeakers = 40

// bareName finds a surname that speaks in the article poor without its first
// name or office anywhere, and that the article rich introduces.
func bareName(rich, poor *document) string {
	var tried []string
	for i := range poor.words {
		name := poor.capital(i)
		if name == "" || !poor.speaks(i) || slices.Contains(tried, name) {
			continue
		}
		if tried = append(tried, name); len(tried) > mostSpeakers {
			return ""
		}
		if poor.introduces(name) {
			continue
		}
		if rich.introduces(name) {
			return name
		}
	}
	return ""
}

// capital returns word i as printed if it has a capital and is no short word.
func (d *document) capital(i int) string {
	if d.at[i].weight < contentWeight {
		return ""
	}
	s := d.at[i].span().In(d.article.Text)
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || len(s) < 4 {
		return ""
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return s
}

func (d *document) speaks(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(d.words) && d.unitOf[k] == d.unitOf[i] && speaking[d.at[k].span().In(d.article.Text)] {
			return true
		}
	}
	return false
}

// introduces reports whether d has a capitalised word, a comma's office or
// "who" beside name.
func (d *document) introduces(name string) bool {
	for i := range d.words {
		if d.capital(i) != name {
			continue
		}
		if i > 0 && d.unitOf[i-1] == d.unitOf[i] {
			before := d.at[i-1].span().In(d.article.Text)
			r, _ := utf8.DecodeRuneInString(before)
			if d.at[i-1].weight == contentWeight && (unicode.IsUpper(r) || unicode.IsLower(r) && d.at[i-1].end+1 == d.at[i].start) {
				return true
			}
		}
		if rest := d.article.Text[d.at[i].end:]; strings.HasPrefix(rest, ", a ") || strings.HasPrefix(rest, ", an ") || strings.HasPrefix(rest, ", the ") || strings.HasPrefix(rest, ", who ") {
			return true
		}
		if i+1 < len(d.words) && d.unitOf[i+1] == d.unitOf[i] && d.at[i].end+1 == d.at[i+1].start && d.capital(i+1) != "" {
			return true
		}
	}
	return false
}
