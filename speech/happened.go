package speech

import (
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// HappenedOn is the day on which what a passage of narration tells happened,
// as an ISO 8601 prefix of a date: that of a time expression which hangs on
// the main clause; "" where the passage gives none.
func HappenedOn(doc *english.Document, passage news.Span, times []news.TimeExpression) string {
	f := follower{stanceReader: stanceReader{doc: doc}, times: times}
	first, last := f.words(passage)
	if first >= last {
		return ""
	}
	k := sort.Search(len(times), func(i int) bool { return times[i].End > passage.Start })
	for ; k < len(times) && times[k].Start < passage.End; k++ {
		t := &times[k]
		d := day(t.Value)
		if len(d) != len("2006-01-02") || t.Type != "DATE" && t.Type != "TIME" || f.named(t.Span) {
			continue
		}
		a, b := f.words(t.Span)
		sent := doc.Sentences[f.sentenceOf(a)]
		if a < b && f.ofRoot(a, b, int(sent.First), int(sent.Last)) {
			return d
		}
	}
	return ""
}
