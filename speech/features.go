package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/vectors"
)

// view holds what the features of a document look at, computed once.
type view struct {
	doc    *english.Document
	low    []uint32 // hash of the lower-cased word
	lem    []uint32
	shape  []uint32
	pre    []uint32
	suf    []uint32
	bucket []uint8 // how often the lemma speaks, 0 to cueBuckets-1
	name   []uint8 // 1 + type of the name it stands in
	punct  []byte  // class of a punctuation mark, 0 for a word
	quote  []uint8 // 0 outside, 1 first word inside, 2 inside, 3 last
	left   []int32 // first word of the subtree
	right  []int32 // last word of the subtree
	kids   []uint32
	depth  []uint8
	sent   []int32  // sentence of each word
	coarse []uint32 // clusters of the word, 1 + number, 0 for none
	fine   []uint32
	paras  []paragraph
	turns  int // 1 + turns of a transcript, 0 before they are counted
}

// paragraph is its words [first, last).
type paragraph struct{ first, last int32 }

func newView(doc *english.Document, lexicon *cueLexicon) *view {
	n := len(doc.Words)
	v := &view{doc: doc,
		low: make([]uint32, n), lem: make([]uint32, n), shape: make([]uint32, n), pre: make([]uint32, n), suf: make([]uint32, n),
		bucket: make([]uint8, n), name: make([]uint8, n), punct: make([]byte, n), quote: make([]uint8, n),
		left: make([]int32, n), right: make([]int32, n), kids: make([]uint32, n), depth: make([]uint8, n), sent: make([]int32, n), coarse: make([]uint32, n), fine: make([]uint32, n)}
	for i := range doc.Words {
		w := &doc.Words[i]
		form := strings.ToLower(w.In(doc.Text))
		v.low[i] = hashString(form)
		v.lem[i] = hashString(w.Lemma)
		v.shape[i] = hashString(shapeOf(w.In(doc.Text)))
		v.pre[i], v.suf[i] = hashString(head3(form)), hashString(tail3(form))
		v.bucket[i] = lexicon.bucket(w.Lemma, w.UPOS)
		v.punct[i] = punctClass(w.In(doc.Text))
		v.left[i], v.right[i] = int32(i), int32(i)
		if k := vectors.Index(form); k >= 0 {
			v.coarse[i], v.fine[i] = 1+uint32(vectors.Cluster256(k)), 1+uint32(vectors.Cluster1024(k))
		}
	}
	for _, name := range doc.Names {
		for i := name.First; i < name.Last; i++ {
			v.name[i] = 1 + uint8(name.Type)
		}
	}
	for k, s := range doc.Sentences {
		if p := len(v.paras); k > 0 && doc.Sentences[k-1].Paragraph == s.Paragraph {
			v.paras[p-1].last = s.Last
		} else {
			v.paras = append(v.paras, paragraph{s.First, s.Last})
		}
		for i := s.First; i < s.Last; i++ {
			v.sent[i] = int32(k)
		}
		v.trees(s.First, s.Last)
	}
	v.quotes()
	v.levelMarks()
	return v
}

// levelMarks gives the marks of all quotations one form, whether the outlet
// prints “ ”, " " or ‘ ’.
func (v *view) levelMarks() {
	opening, closing := hashString("“"), hashString("”")
	for i := range v.doc.Words {
		w := &v.doc.Words[i]
		if w.Quote < 0 || v.punct[i] != 'q' {
			continue
		}
		form := closing
		switch q := v.doc.Quotations[w.Quote]; {
		case w.Start == q.Start:
			form = opening
		case w.End != q.End:
			continue
		}
		v.low[i], v.lem[i], v.shape[i], v.pre[i], v.suf[i] = form, form, form, form, form
		v.coarse[i], v.fine[i] = 0, 0
	}
}

// trees computes the extents of the subtrees of a sentence. Heads that lie
// outside of it or run in circles end a walk.
func (v *view) trees(first, last int32) {
	for i := first; i < last; i++ {
		h, d := v.doc.Words[i].Head, 0
		for ; h >= first && h < last && h != i && d < 60; d++ {
			v.left[h], v.right[h] = min(v.left[h], i), max(v.right[h], i)
			h = v.doc.Words[h].Head
		}
		v.depth[i] = uint8(d)
		if h := v.doc.Words[i].Head; h >= first && h < last {
			v.kids[h] |= kidBit(v.doc.Words[i].Deprel)
		}
	}
}

func (v *view) quotes() {
	ws := v.doc.Words
	for i := range ws {
		if ws[i].Quote < 0 {
			continue
		}
		v.quote[i] = 2
		if i == 0 || ws[i-1].Quote < 0 {
			v.quote[i] = 1
		} else if i+1 == len(ws) || ws[i+1].Quote < 0 {
			v.quote[i] = 3
		}
	}
}

// head is the head of word i within its sentence, -1 at the root.
func (v *view) head(i int32) int32 {
	h := v.doc.Words[i].Head
	if h < 0 || int(h) >= len(v.sent) || v.sent[h] != v.sent[i] || h == i {
		return -1
	}
	return h
}

const fnvPrime = 16777619

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

func head3(s string) string {
	n := 0
	for i := range s {
		if n == 3 {
			return s[:i]
		}
		n++
	}
	return s
}

func tail3(s string) string {
	i := len(s)
	for range 3 {
		_, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
	}
	return s[i:]
}

// shapeOf maps letters to X and x, digits to 0 and keeps runs short.
func shapeOf(s string) string {
	var b strings.Builder
	run, last := 0, rune(0)
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		}
		if r == last {
			if run++; run > 3 {
				continue
			}
		} else {
			run, last = 1, r
		}
		b.WriteRune(r)
	}
	return b.String()
}

func punctClass(s string) byte {
	r, w := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return 'q'
	case '\'', '‘', '’', '`':
		if len(s) == w || s == "''" || s == "``" {
			return 'q'
		}
	case ',':
		return ','
	case '.', '!', '?', '…':
		return '.'
	case ':':
		return ':'
	case ';':
		return ';'
	case '(', '[', '{':
		return '('
	case ')', ']', '}':
		return ')'
	case '-', '–', '—', '―':
		if len(s) == w || s == "--" {
			return '-'
		}
	}
	return 0
}
