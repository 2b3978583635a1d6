package voices

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// reader looks at an analysed text by words.
type reader struct {
	doc  *english.Document
	text string
}

// at is the index of the first word that ends after byte b.
func (r *reader) at(b int) int {
	return sort.Search(len(r.doc.Words), func(i int) bool { return r.doc.Words[i].End > b })
}

// words are the words [first, last) that overlap s.
func (r *reader) words(s news.Span) (first, last int) {
	first = r.at(s.Start)
	last = first
	for last < len(r.doc.Words) && r.doc.Words[last].Start < s.End {
		last++
	}
	return first, last
}

// sentence is the index of the sentence of word w.
func (r *reader) sentence(w int) int {
	s := sort.Search(len(r.doc.Sentences), func(i int) bool { return int(r.doc.Sentences[i].Last) > w })
	return min(s, len(r.doc.Sentences)-1)
}

func (r *reader) paragraph(w int) int {
	if len(r.doc.Sentences) == 0 {
		return 0
	}
	return int(r.doc.Sentences[r.sentence(w)].Paragraph)
}

// form is the word as printed.
func (r *reader) form(w int) string { return r.doc.Words[w].In(r.text) }

// lower is the word in lower case.
func (r *reader) lower(w int) string { return strings.ToLower(r.form(w)) }

// lemma is the word's lemma in lower case, the word itself where it has none.
func (r *reader) lemma(w int) string {
	if l := r.doc.Words[w].Lemma; l != "" && l != "_" {
		return strings.ToLower(l)
	}
	return r.lower(w)
}

func (r *reader) span(first, last int) news.Span {
	if first >= last {
		return news.Span{}
	}
	return news.Span{Start: r.doc.Words[first].Start, End: r.doc.Words[last-1].End}
}

// capital reports whether the word begins with a capital letter.
func (r *reader) capital(w int) bool {
	c, _ := utf8.DecodeRuneInString(r.form(w))
	return unicode.IsUpper(c)
}

// possessive reports whether the word is the ending 's.
func (r *reader) possessive(w int) bool {
	switch r.form(w) {
	case "'s", "’s", "'", "’", "'S", "’S":
		return true
	}
	return false
}

// head is the word of [first, last) that governs the others: the first
// nominal whose own head lies outside, else the first such word at all.
func (r *reader) head(first, last int) int {
	any := -1
	for w := first; w < last; w++ {
		word := &r.doc.Words[w]
		h := int(word.Head)
		if h >= first && h < last || word.UPOS == english.PUNCT {
			continue
		}
		switch word.UPOS {
		case english.NOUN, english.PROPN, english.PRON, english.NUM:
			return w
		}
		if any < 0 {
			any = w
		}
	}
	if any < 0 {
		any = first
	}
	return any
}

// names are the names that lie within the words [first, last).
func (r *reader) names(first, last int) []english.Name {
	i := sort.Search(len(r.doc.Names), func(i int) bool { return int(r.doc.Names[i].First) >= first })
	j := i
	for j < len(r.doc.Names) && int(r.doc.Names[j].Last) <= last {
		j++
	}
	return r.doc.Names[i:j]
}

// quoted reports whether word w stands between quotation marks and word v
// outside of them.
func (r *reader) quotedApart(w, v int) bool {
	return r.doc.Words[w].Quote >= 0 && r.doc.Words[w].Quote != r.doc.Words[v].Quote
}
