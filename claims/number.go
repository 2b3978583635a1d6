package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// Numbers lists what the reports count, the same thing together, in the order
// of when the numbers held. Only what at least two reports count is listed,
// and what one report counts twice with different outcomes. Differences are
// explained by time before they are called conflicts; numbers of different
// scope are different things, unless the number itself is like no other.
func Numbers(reports []*annotate.Annotated) []news.Number {
	type thing struct{ unit, scope string }
	type unique struct {
		unit  string
		value float64
	}
	counted, first := map[thing][]figure{}, map[unique]thing{}
	var things []thing
	for r, quantities := range allQuantities(reports) {
		for _, q := range quantities {
			if !mayState(&reports[r].Article, q.Span) {
				continue
			}
			t := thing{q.unit, q.scope}
			if q.distinctive() {
				k := unique{q.unit, q.value}
				if same, ok := first[k]; ok {
					t = same
				} else {
					first[k] = t
				}
			}
			if counted[t] == nil {
				things = append(things, t)
			}
			counted[t] = append(counted[t], newFigure(reports[r], r, q))
		}
	}
	var out []news.Number
	for _, t := range things {
		list := counted[t]
		reported, differ := map[int]bool{}, false
		for i := range list {
			reported[list[i].report] = true
			differ = differ || !list[i].agrees(list[0].quantity)
		}
		if len(reported) < 2 && !differ {
			continue
		}
		slices.SortStableFunc(list, func(a, b figure) int { return cmp.Compare(a.AsOf, b.AsOf) })
		together := givenTogether(list)
		for i := range list {
			list[i].Note = note(list, together, i)
			out = append(out, list[i].Number)
		}
	}
	return out
}

// distinctive reports whether a number is unlikely to count two things of one
// unit in one story.
func (q *quantity) distinctive() bool { return q.value >= 100 && q.unit != "percent" }

// farApart is how many times one number of a thing may be another before they
// are rather taken for numbers of two things.
const farApart = 5

// comparable reports whether two numbers that count alike may be meant for one
// thing.
func (q *quantity) comparable(o quantity) bool {
	low, high := min(q.value, o.value), max(q.high, o.high)
	return q.unit != "time" && low > 0 && high <= farApart*low
}

// givenTogether are the pairs of numbers that one voice gives in one report as
// of one day: they count two things.
func givenTogether(list []figure) map[[2]float64]bool {
	type breath struct {
		report      int
		voice, asOf string
	}
	said := map[breath][]float64{}
	for i := range list {
		b := breath{list[i].report, list[i].Voice, list[i].AsOf}
		said[b] = append(said[b], list[i].value)
	}
	pairs := map[[2]float64]bool{}
	for _, values := range said {
		for i, x := range values {
			for _, y := range values[:i] {
				pairs[[2]float64{x, y}], pairs[[2]float64{y, x}] = true, true
			}
		}
	}
	return pairs
}

// figure is a number with the quantity it was read from.
type figure struct {
	news.Number
	quantity
	report int
}

func newFigure(rep *annotate.Annotated, r int, q quantity) figure {
	f := figure{quantity: q, report: r}
	f.Number = news.Number{Passage: news.Passage{Article: rep.Article.ID, Span: q.Span}, Value: q.value, High: q.high, Unit: q.unit, Scope: q.scope}
	f.Voice, f.AsOf = rep.Article.Outlet.Name, rep.Article.Published.Day()
	shortest := -1
	for i := range rep.Statements {
		s := &rep.Statements[i]
		for _, c := range s.Content {
			if !c.Contains(q.Span) || shortest >= 0 && c.Len() >= shortest {
				continue
			}
			shortest = c.Len()
			f.Voice = s.Voice.Name
			if len(s.SaidOn) >= len("2006-01-02") {
				f.AsOf = s.SaidOn[:len("2006-01-02")]
			}
		}
	}
	if day := asOf(rep, q.Span); day != "" {
		f.AsOf = day
	}
	return f
}

// asOf is the day that a number is said to hold for, in its sentence: "as of
// Friday", "by Friday evening"; "" where none is.
func asOf(rep *annotate.Annotated, s news.Span) string {
	for _, sent := range rep.Doc.Sentences {
		if !sent.Contains(s) {
			continue
		}
		for _, t := range rep.Dates {
			if !sent.Contains(t.Span) || len(t.From) < len("2006-01-02") {
				continue
			}
			before := strings.ToLower(strings.TrimRight(rep.Doc.Text[sent.Start:t.Start], " "))
			if strings.HasSuffix(before, "as of") || strings.HasSuffix(before, " by") || strings.HasSuffix(before, "until") {
				return t.From[:len("2006-01-02")]
			}
		}
	}
	return ""
}

// note says how a number relates to the others of the same thing: the latest
// that it differs from, or how many agree. Pairs given together are not compared.
func note(list []figure, together map[[2]float64]bool, i int) string {
	f := &list[i]
	agree := map[int]bool{}
	earlier, later, conflict := -1, -1, -1
	for k := range list {
		o := &list[k]
		switch {
		case k == i:
		case o.agrees(f.quantity):
			if o.report != f.report {
				agree[o.report] = true
			}
		case !o.comparable(f.quantity) || together[[2]float64{f.value, o.value}]:
		case o.AsOf == "" || f.AsOf == "" || o.AsOf == f.AsOf:
			if conflict < 0 {
				conflict = k
			}
		case o.AsOf < f.AsOf:
			earlier = k
		case later < 0:
			later = k
		}
	}
	var parts []string
	if conflict >= 0 {
		o := &list[conflict]
		when := "at an unknown time"
		if o.AsOf != "" && o.AsOf == f.AsOf {
			when = "on the same day"
		} else if o.AsOf != "" {
			when = "as of " + o.AsOf
		}
		by := o.Voice
		if by == "" {
			by = "another report"
		}
		parts = append(parts, fmt.Sprintf("conflicts with %s, given by %s %s", o.words(), by, when))
	}
	if earlier >= 0 {
		parts = append(parts, fmt.Sprintf("updates %s as of %s", list[earlier].words(), list[earlier].AsOf))
	}
	if later >= 0 {
		parts = append(parts, fmt.Sprintf("superseded by %s as of %s", list[later].words(), list[later].AsOf))
	}
	if n := len(agree); n == 1 {
		parts = append(parts, "1 other report prints the same")
	} else if n > 1 {
		parts = append(parts, fmt.Sprintf("%d other reports print the same", n))
	}
	return strings.Join(parts, "; ")
}

// words gives a quantity's value in short.
func (q *quantity) words() string {
	text := strconv.FormatFloat(q.value, 'f', -1, 64)
	if q.high != q.value {
		text += " to " + strconv.FormatFloat(q.high, 'f', -1, 64)
	}
	switch q.bound {
	case atLeast:
		return "at least " + text
	case atMost:
		return "at most " + text
	case about:
		return "about " + text
	}
	return text
}
