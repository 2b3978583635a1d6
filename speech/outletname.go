package speech

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// outletAt is the outlet or programme that is named at word w, and where the
// name ends: a name that is an outlet's, or a title between quotation marks
// before "show" and its like.
func (r stanceReader) outletAt(w int) (news.Span, int, bool) {
	k := sort.Search(len(r.doc.Names), func(i int) bool { return int(r.doc.Names[i].First) >= w })
	for _, n := range r.doc.Names[k:min(k+1, len(r.doc.Names))] {
		if int(n.First) == w && n.Type != english.PersonName && n.Type != english.PlaceName || int(n.First) == w && n.Last-n.First > 1 {
			if IsOutlet(n.In(r.doc.Text)) {
				return n.Span, int(n.Last), true
			}
		}
	}
	f := r.doc.Words[w].In(r.doc.Text)
	if f == "“" || f == "\"" || f == "``" || f == "‘" || f == "'" {
		for v := w + 1; v < len(r.doc.Words) && v < w+8; v++ {
			g := r.doc.Words[v].In(r.doc.Text)
			if g != "”" && g != "\"" && g != "''" && g != "’" && g != "'" || v == w+1 {
				continue
			}
			span := news.Span{Start: r.doc.Words[w+1].Start, End: r.doc.Words[v-1].End}
			title := strings.TrimRight(span.In(r.doc.Text), ",. ")
			span.End = span.Start + len(title)
			next := ""
			if v+1 < len(r.doc.Words) && r.doc.Words[v+1].UPOS != english.VERB {
				next = lemmaOf(r.doc, v+1)
			}
			switch next {
			case "show", "program", "programme", "podcast", "newscast", "broadcast", "radio", "magazine", "newspaper":
				return span, v + 1, true
			}
			if IsOutlet(title) && w > 0 && capitalWord(title) {
				return span, v + 1, true
			}
			// "the podcast “Dry Land”"
			if w > 0 && capitalWord(title) {
				switch lemmaOf(r.doc, w-1) {
				case "podcast", "show", "program", "programme", "series", "magazine", "newspaper":
					return span, v + 1, true
				}
			}
			break
		}
		return news.Span{}, 0, false
	}
	// A capitalised run that the name finder missed or cut short.
	switch r.doc.Words[w].UPOS {
	case english.ADP, english.SCONJ, english.CCONJ, english.ADV, english.PRON, english.AUX:
		return news.Span{}, 0, false // "On Harbour News, she said"
	}
	if !capitalWord(f) || w > 0 && capitalWord(r.doc.Words[w-1].In(r.doc.Text)) && r.doc.Words[w-1].UPOS == english.PROPN {
		return news.Span{}, 0, false
	}
	for v := min(len(r.doc.Words), w+5); v > w; v-- {
		span := news.Span{Start: r.doc.Words[w].Start, End: r.doc.Words[v-1].End}
		text := span.In(r.doc.Text)
		if strings.ContainsAny(text, "\n,.") || !r.allCapital(w, v) {
			continue
		}
		if IsOutlet(text) && (v-w > 1 || strings.ToUpper(text) == text || r.doc.Words[w].UPOS == english.PROPN) {
			return span, v, true
		}
	}
	return news.Span{}, 0, false
}

// allCapital reports whether the words [first, last) are capitalised, small
// ones inside aside.
func (r stanceReader) allCapital(first, last int) bool {
	for w := first; w < last; w++ {
		if capitalWord(r.doc.Words[w].In(r.doc.Text)) {
			continue
		}
		switch lowerOf(r.doc, w) {
		case "of", "the", "and", "&", "de", "la", "for":
			if w+1 < last {
				continue
			}
		}
		return false
	}
	return true
}

func capitalWord(s string) bool {
	return len(s) > 0 && (s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 && strings.ToUpper(s[:1]) == s[:1] && strings.ToLower(s) != s)
}
