package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Relays fills in, for each statement, through which outlets it came
// (outermost first), whom it was said to, and on what occasion, as far as the
// clause of its cue tells. Voices that relay each other's words are added by
// Follow once they are known.
func Relays(doc *english.Document, statements []news.Statement) {
	r := stanceReader{doc: doc}
	for i := range statements {
		s := &statements[i]
		if len(s.Cue) == 0 && len(s.Source) == 0 {
			continue
		}
		words := r.frame(s)
		for _, v := range r.relays(s, words) {
			if !hasRelay(s.Via, v.Name) {
				s.Via = append(s.Via, v)
			}
		}
		s.Addressee = r.addressee(s, words)
		s.Occasion = r.occasion(words)
	}
}

// frame is the words of the sentences of a statement's cue and source that do
// not belong to what is said.
func (r stanceReader) frame(s *news.Statement) []int {
	content := map[int]bool{}
	for _, c := range s.Content {
		first, last := r.words(c)
		for w := first; w < last; w++ {
			content[w] = true
		}
	}
	var out []int
	seen := -1
	for _, c := range append(append([]news.Span{}, s.Source...), s.Cue...) {
		w, last := r.words(c)
		if w >= last {
			continue
		}
		k := r.sentenceOf(w)
		if k == seen {
			continue
		}
		seen = k
		sent := r.doc.Sentences[k]
		for v := int(sent.First); v < int(sent.Last); v++ {
			if !content[v] {
				out = append(out, v)
			}
		}
	}
	return out
}

// The ranks of relays order those of one statement from the outside in.
const (
	rankAccording = iota
	rankQuoted
	rankTold
	ranks
)

func (r stanceReader) relays(s *news.Statement, frame []int) []news.Relay {
	var found [ranks][]news.Relay
	talk := false // the frame speaks of an interview or appearance
	written := false
	for _, w := range frame {
		switch lemmaOf(r.doc, w) {
		case "interview", "appearance", "appear", "speak", "talk", "episode", "podcast", "show", "program", "programme", "aired", "air":
			talk = true
		case "op-ed", "column", "essay", "editorial", "article", "piece", "blog":
			written = true
		}
	}
	for k := 0; k < len(frame); k++ {
		w := frame[k]
		span, end, ok := r.outletAt(w)
		if !ok {
			continue
		}
		for k+1 < len(frame) && frame[k+1] < end {
			k++
		}
		if inSpans(s.Source, span) || r.adorns(end) {
			if inSpans(s.Source, span) && r.obtained(w) {
				found[rankQuoted] = append(found[rankQuoted], r.relay(span))
			}
			continue
		}
		rank := r.relayRank(w, s, talk, written)
		if rank < 0 {
			continue
		}
		found[rank] = append(found[rank], r.relay(span))
	}
	if d := r.accordingDocument(s, frame); d.Len() > 0 && len(found[rankAccording]) == 0 {
		found[rankAccording] = append(found[rankAccording], news.Relay{Name: strings.Join(strings.Fields(d.In(r.doc.Text)), " "), Span: d})
	}
	var out []news.Relay
	for _, list := range found {
		out = append(out, list...)
	}
	return out
}

// relay is the outlet named at a span.
func (r stanceReader) relay(span news.Span) news.Relay {
	name := strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSuffix(span.In(r.doc.Text), "'s"), "’s")), " ")
	return news.Relay{Name: plainName(name), Span: span}
}

// obtained reports whether the outlet named at word w, within a source, is who
// got hold of it: "a memo obtained by the Post", "by the Post and Harbour News".
func (r stanceReader) obtained(w int) bool {
	for v := w - 1; v > max(0, w-12); v-- {
		switch u := r.doc.Words[v].UPOS; {
		case lowerOf(r.doc, v) == "by": // v is 1 at least
			switch lemmaOf(r.doc, v-1) {
			case "obtain", "review", "see", "publish", "leak", "read", "release":
				return true
			}
			return false
		case u == english.PROPN || u == english.NOUN || u == english.ADJ || u == english.DET || u == english.CCONJ || r.doc.Words[v].In(r.doc.Text) == ",":
		default:
			return false
		}
	}
	return false
}

// accordingDocument is the document that a statement of someone else is given
// by: "According to the transcript, Adler said …".
func (r stanceReader) accordingDocument(s *news.Statement, frame []int) news.Span {
	for k := 0; k+2 < len(frame); k++ {
		w := frame[k]
		if lowerOf(r.doc, w) != "according" || lowerOf(r.doc, w+1) != "to" || inCue(r, s, w) {
			continue
		}
		for v := w + 2; v < min(w+8, len(r.doc.Words)); v++ {
			word := &r.doc.Words[v]
			if word.UPOS == english.PUNCT || word.UPOS == english.VERB || word.UPOS == english.ADP {
				break
			}
			switch lemmaOf(r.doc, v) {
			case "excerpt", "transcript", "document", "record", "e-mail", "email", "memo", "letter", "filing", "report", "cable", "text", "recording", "minutes", "note", "indictment", "lawsuit", "complaint", "statement", "release":
				span := news.Span{Start: r.doc.Words[w+2].Start, End: word.End}
				if !inSpans(s.Source, span) && !inSpans(s.Content, span) {
					return span
				}
			}
		}
	}
	return news.Span{}
}

func inSpans(spans []news.Span, s news.Span) bool {
	for _, t := range spans {
		if t.Overlap(s) > 0 {
			return true
		}
	}
	return false
}

// adorns reports whether the outlet that ends before word w only describes
// what follows: "a Journal poll".
func (r stanceReader) adorns(w int) bool {
	for ; w < len(r.doc.Words); w++ {
		switch r.doc.Words[w].In(r.doc.Text) {
		case "'s", "’s", "'", "’", "\"", "”":
			continue
		}
		break
	}
	if w >= len(r.doc.Words) {
		return false
	}
	switch lemmaOf(r.doc, w) {
	case "poll", "survey", "article", "story", "report", "building", "headquarters", "reader", "owner", "journalist", "town", "debate":
		return true
	}
	return false
}

// relayRank says how the outlet named at word w relays the statement, -1
// where it does not.
func (r stanceReader) relayRank(w int, s *news.Statement, talk, written bool) int {
	start := r.doc.Sentences[r.sentenceOf(w)].First
	for v, steps := w-1, 0; v >= int(start) && steps < 12; v, steps = v-1, steps+1 {
		word := &r.doc.Words[v]
		switch lowerOf(r.doc, v) {
		case "told", "tells", "tell", "telling":
			return rankTold
		case "by":
			if r.quoting(v) {
				return rankQuoted
			}
			if talk || written {
				return rankTold
			}
			return -1
		case "to":
			if v > 0 && strings.HasPrefix(lowerOf(r.doc, v-1), "accord") {
				return rankAccording
			}
			if talk || inCue(r, s, v-1) || r.spoken(v) {
				return rankTold
			}
			return -1
		case "on", "with":
			if talk || r.doc.Words[v].UPOS == english.ADP && steps <= 3 && !written {
				return rankTold
			}
			return -1
		case "in", "for":
			if talk || written {
				return rankTold
			}
			return -1
		case "per", "via", "through":
			return rankAccording
		}
		switch word.UPOS {
		case english.DET, english.ADJ, english.PROPN, english.NOUN, english.PART, english.X, english.NUM, english.CCONJ, english.PRON:
		case english.PUNCT:
			if f := word.In(r.doc.Text); f == "," || f == ";" {
				return -1
			}
		case english.ADP:
		default:
			return -1
		}
	}
	return -1
}

// quoting reports whether a verb of quoting stands before word w.
func (r stanceReader) quoting(w int) bool {
	for v := max(0, w-4); v < w; v++ {
		switch lemmaOf(r.doc, v) {
		case "quote", "cite", "report", "carry", "publish", "air", "broadcast", "release", "interview", "obtain", "relay":
			return true
		}
	}
	return false
}

func (r stanceReader) spoken(w int) bool {
	for v := max(0, w-4); v < w; v++ {
		switch lemmaOf(r.doc, v) {
		case "say", "confirm", "speak", "talk", "comment", "statement", "remark", "interview", "email", "e-mail", "deny", "provide", "release":
			return true
		}
	}
	return false
}

func inCue(r stanceReader, s *news.Statement, w int) bool {
	if w < 0 {
		return false
	}
	for _, c := range s.Cue {
		if c.Contains(r.doc.Words[w].Span) {
			return true
		}
	}
	return false
}
