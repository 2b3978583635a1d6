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
// that it differs from, how many reports print the same, or one that both may
// be true with. Pairs given together are not compared.
func note(list []figure, together map[[2]float64]bool, i int) string {
	f := &list[i]
	same := map[int]bool{}
	earlier, later, conflict, misprint, fits := -1, -1, -1, -1, -1
	for k := range list {
		o := &list[k]
		switch {
		case k == i:
		case o.prints(&f.quantity):
			if o.report != f.report {
				same[o.report] = true
			}
		case o.misprints(f) && o.comparable(f.quantity) && !together[[2]float64{f.value, o.value}]:
			if misprint < 0 {
				misprint = k
			}
		case o.agrees(f.quantity):
			if fits < 0 && o.report != f.report {
				fits = k
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
	switch {
	case misprint >= 0:
		parts = append(parts, fmt.Sprintf("conflicts with %s, given by the same voice on the same day: one report may have misprinted it", list[misprint].words()))
	case conflict >= 0:
		parts = append(parts, fmt.Sprintf("conflicts with %s, %s", list[conflict].words(), list[conflict].given(f)))
	}
	if earlier >= 0 {
		parts = append(parts, fmt.Sprintf("updates %s as of %s", list[earlier].words(), list[earlier].AsOf))
	}
	if later >= 0 {
		parts = append(parts, fmt.Sprintf("superseded by %s as of %s", list[later].words(), list[later].AsOf))
	}
	if n := len(same); n == 1 {
		parts = append(parts, "1 other report prints the same")
	} else if n > 1 {
		parts = append(parts, fmt.Sprintf("%d other reports print the same", n))
	}
	if len(parts) == 0 && fits >= 0 {
		parts = append(parts, fmt.Sprintf("agrees with %s, %s", list[fits].words(), list[fits].given(f)))
	}
	return strings.Join(parts, "; ")
}

// prints reports whether both say one number in one way.
func (q *quantity) prints(o *quantity) bool {
	return q.value == o.value && q.high == o.high && q.bound == o.bound
}

// misprints reports whether two reports have one voice say on one day two
// numbers in one way, as "at least 12" and "at least 15", which both may be
// true but are hardly both what was said.
func (f *figure) misprints(o *figure) bool {
	return f.report != o.report && f.bound == o.bound && (f.value != o.value || f.high != o.high) &&
		f.Voice != "" && strings.EqualFold(f.Voice, o.Voice) && f.AsOf != "" && f.AsOf == o.AsOf
}

// given says who gives a number and when, beside another one.
func (f *figure) given(beside *figure) string {
	when := "at an unknown time"
	if f.AsOf != "" && f.AsOf == beside.AsOf {
		when = "on the same day"
	} else if f.AsOf != "" {
		when = "as of " + f.AsOf
	}
	return fmt.Sprintf("given by %s %s", cmp.Or(f.Voice, "another report"), when)
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
