package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// addressee is the phrase after a verb of telling.
func (r stanceReader) addressee(s *news.Statement, frame []int) news.Span {
	for _, w := range frame {
		switch lemmaOf(r.doc, w) {
		case "tell", "inform", "assure", "warn", "remind", "notify":
		default:
			continue
		}
		for v := w + 1; v < min(len(r.doc.Words), w+12); v++ {
			if int(r.doc.Words[v].Head) != w {
				continue
			}
			if rel := r.doc.Words[v].Deprel.String(); rel != "obj" && rel != "iobj" {
				continue
			}
			first, last := r.phrase(v, frame)
			return news.Span{Start: r.doc.Words[first].Start, End: r.doc.Words[last-1].End}
		}
	}
	return news.Span{}
}

// occasion is the phrase "at a news conference", "in a statement".
func (r stanceReader) occasion(frame []int) news.Span {
	for k := 0; k+1 < len(frame); k++ {
		w := frame[k]
		if r.doc.Words[w].UPOS != english.ADP {
			continue
		}
		switch lowerOf(r.doc, w) {
		case "in", "at", "on", "during", "via", "through", "by", "before":
		default:
			continue
		}
		for v := w + 1; v < min(len(r.doc.Words), w+7) && k+v-w < len(frame) && frame[k+v-w] == v; v++ {
			if u := r.doc.Words[v].UPOS; u == english.ADP || u == english.VERB || u == english.PUNCT {
				break
			}
			if r.doc.Words[v].UPOS == english.NOUN && occasionNouns[lemmaOf(r.doc, v)] || r.doc.Words[v].UPOS == english.PROPN && occasionNouns[lowerOf(r.doc, v)] {
				return news.Span{Start: r.doc.Words[w].Start, End: r.doc.Words[v].End}
			}
		}
	}
	return news.Span{}
}

// phrase is the run of frame words around head that hang on it.
func (r stanceReader) phrase(head int, frame []int) (first, last int) {
	in := map[int]bool{}
	for _, w := range frame {
		in[w] = true
	}
	under := func(w int) bool {
		for range 12 {
			if w == head {
				return true
			}
			if w < 0 || !in[w] {
				return false
			}
			w = int(r.doc.Words[w].Head)
		}
		return false
	}
	first, last = head, head+1
	for first > 0 && in[first-1] && under(first-1) {
		first--
	}
	for last < len(r.doc.Words) && in[last] && under(last) && r.doc.Words[last].UPOS != english.PUNCT {
		last++
	}
	return first, last
}
