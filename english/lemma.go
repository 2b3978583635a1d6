package english

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/vectors"
)

// lemmatizer rewrites the end of a word according to its tag: the longest
// known suffix decides, whole words being the longest.
type lemmatizer struct {
	edits  []edit
	suffix map[uint64]uint16 // of tag and suffix, to an edit
}

// edit cuts bytes off the end and adds others.
type edit struct {
	cut int
	add string
}

// longestSuffix in bytes is what the lemmatizer looks at of a word that it
// does not know whole.
const longestSuffix = 5

// longestAdded in bytes is what is added to words of a kind; more is a word of
// its own, as an abbreviation's long form.
const longestAdded = 3

// keepsCase reports tags whose words keep their capitals in the lemma.
func keepsCase(x XPOS) bool {
	switch x {
	case TagNNP, TagNNPS, TagADD, TagGW, TagFW:
		return true
	}
	return false
}

func suffixKey(x XPOS, whole bool, suffix []byte) uint64 {
	k := uint64(x) << 1
	if whole {
		k |= 1
	}
	return learn.Hash(suffix) ^ (k+1)*0x9e3779b97f4a7c15
}

// append adds the lemma of a word to b.
func (l *lemmatizer) append(b []byte, form string, x XPOS) []byte {
	start := len(b)
	b = appendBase(b, form, x)
	base := b[start:]
	id, whole := l.suffix[suffixKey(x, true, base)]
	ok := whole
	for n := min(longestSuffix, len(base)); !ok && n >= 0; n-- {
		id, ok = l.suffix[suffixKey(x, false, base[len(base)-n:])]
	}
	if !ok || l.edits[id].cut > len(base) {
		return b
	}
	e := l.edits[id]
	if len(base)-e.cut+len(e.add) == 0 {
		return b
	}
	b = append(b[:len(b)-e.cut], e.add...)
	if !whole && e.cut > 0 && !keepsCase(x) {
		b = respell(b, start)
	}
	return b
}

// respell mends the end of a lemma from start on that is no known word, where
// it is one with another spelling of the end: with or without e, with its last
// letter once or twice.
func respell(b []byte, start int) []byte {
	n := len(b) - start
	if n < 3 || known(b[start:]) {
		return b
	}
	last := b[len(b)-1]
	if last == 'e' {
		if known(b[start : len(b)-1]) {
			return b[:len(b)-1]
		}
		return b
	}
	if b = append(b, 'e'); known(b[start:]) {
		return b
	}
	b[len(b)-1] = last
	if known(b[start:]) {
		return b
	}
	b = b[:len(b)-1]
	if b[len(b)-2] == last && known(b[start:len(b)-1]) {
		return b[:len(b)-1]
	}
	return b
}

func known(word []byte) bool { return vectors.Index(string(word)) >= 0 }

// appendBase adds what the lemma is made from: the word in lower case, unless
// it is a name, with a straight apostrophe.
func appendBase(b []byte, form string, x XPOS) []byte {
	keep := keepsCase(x)
	for _, r := range form {
		switch {
		case r == '’' || r == '‘' || r == '`':
			r = '\''
		case !keep:
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// trainLemmatizer learns edits from words and their lemmas.
func trainLemmatizer(sentences []*ConlluSentence) []string {
	type key struct {
		x      XPOS
		whole  bool
		suffix string
	}
	counts := map[key]map[edit]int{}
	var buf []byte
	for _, s := range sentences {
		for _, w := range s.Words() {
			x := ParseXPOS(w.XPOS)
			lemma := w.Lemma
			if lemma == "_" && w.Form != "_" || x == TagNone {
				continue
			}
			buf = appendBase(buf[:0], w.Form, x)
			base := string(buf)
			n := 0
			for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
				n++
			}
			e := edit{len(base) - n, lemma[n:]}
			count := func(k key) {
				if counts[k] == nil {
					counts[k] = map[edit]int{}
				}
				counts[k][e]++
			}
			count(key{x, true, base})
			for n := 0; n <= min(longestSuffix, len(base)); n++ {
				if e.cut <= n && len(e.add) <= longestAdded {
					count(key{x, false, base[len(base)-n:]})
				}
			}
		}
	}
	best := func(m map[edit]int) (edit, int, int) {
		var b edit
		n, all := 0, 0
		for e, c := range m {
			all += c
			if c > n || c == n && (e.cut < b.cut || e.cut == b.cut && e.add < b.add) {
				b, n = e, c
			}
		}
		return b, n, all
	}
	keys := make([]key, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		aw, bw := 0, 0
		if a.whole {
			aw = 1
		}
		if b.whole {
			bw = 1
		}
		return cmp.Or(cmp.Compare(aw, bw), cmp.Compare(len(a.suffix), len(b.suffix)), cmp.Compare(a.x, b.x), strings.Compare(a.suffix, b.suffix))
	})
	kept := map[key]edit{}
	var lines []string
	for _, k := range keys {
		e, n, all := best(counts[k])
		if !k.whole && (n < 2 || n*3 < all*2) && len(k.suffix) > 0 {
			continue
		}
		// What a shorter suffix says already is left out.
		inherited, known := edit{}, false
		longest := len(k.suffix) - 1
		if k.whole {
			longest = min(longestSuffix, len(k.suffix))
		}
		for n := longest; n >= 0 && !known; n-- {
			inherited, known = kept[key{k.x, false, k.suffix[len(k.suffix)-n:]}]
		}
		if known && inherited == e || !known && e == (edit{}) {
			continue
		}
		kept[k] = e
		mark := "*"
		if k.whole {
			mark = "^"
		}
		lines = append(lines, fmt.Sprintf("%s\t%s%s\t%d\t%s", k.x, mark, k.suffix, e.cut, e.add))
	}
	return lines
}

// readLemmatizer reads the lines that trainLemmatizer gives.
func readLemmatizer(r io.Reader) (*lemmatizer, error) {
	l := &lemmatizer{suffix: map[uint64]uint16{}}
	ids := map[edit]uint16{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 4 || f[1] == "" {
			return nil, fmt.Errorf("english: lemma rule %q", lines.Text())
		}
		cut, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, err
		}
		e := edit{cut, f[3]}
		id, ok := ids[e]
		if !ok {
			id = uint16(len(l.edits))
			ids[e] = id
			l.edits = append(l.edits, e)
		}
		l.suffix[suffixKey(ParseXPOS(f[0]), f[1][0] == '^', []byte(f[1][1:]))] = id
	}
	return l, lines.Err()
}
