package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// unanswered gives a cue that is only what was put to somebody ("questions
// about") the verb of answering before it ("did not respond to questions
// about"): whoever gives no answer declines, and asks nothing.
func (r stanceReader) unanswered(s *news.Statement) {
	if len(s.Cue) == 0 || len(s.Source) == 0 {
		return
	}
	w, last := r.words(s.Cue[0])
	if w >= last {
		return
	}
	switch lemmaOf(r.doc, w) {
	case "question", "inquiry", "request", "call", "message":
	default:
		return
	}
	from, to := r.words(s.Source[0])
	first := int(r.doc.Sentences[r.sentenceOf(w)].First)
	if to <= w && from >= first {
		first = to
	}
	verb := w - 1
	for verb > w-4 && verb >= first && !answering[lemmaOf(r.doc, verb)] {
		verb--
	}
	if verb < first || verb <= w-4 {
		return
	}
	for verb > first {
		before := &r.doc.Words[verb-1]
		l := lemmaOf(r.doc, verb-1)
		if before.UPOS != english.AUX && before.UPOS != english.ADV && before.UPOS != english.PART && l != "decline" && l != "refuse" && l != "fail" {
			break
		}
		verb--
	}
	s.Cue[0].Start = r.doc.Words[verb].Start
}
