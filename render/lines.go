package render

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// The lines below are shared by text, Markdown and HTML.

// outlets counts who published the articles: "2 outlets and 3 unknown", where
// the unknown may be of these two, or all be one.
func (v *view) outlets(ids iter.Seq[string]) string {
	seen := map[string]bool{}
	unknown := 0
	for id := range ids {
		switch a := v.articles[id]; {
		case a.Outlet.Name != "":
			seen[a.Outlet.Name] = true
		case a.Outlet.Site != "":
			seen[a.Outlet.Site] = true
		default:
			unknown++
		}
	}
	switch {
	case unknown == 0:
		return count(len(seen), "outlet")
	case len(seen) == 0:
		return count(unknown, "unknown outlet")
	}
	return fmt.Sprintf("%s and %d unknown", count(len(seen), "outlet"), unknown)
}

// extent is the line under a story's title.
func extent(v *view) string {
	return fmt.Sprintf("%s · %s · %s", days(v.From, v.To), count(len(v.Articles), "report"), v.outlets(maps.Keys(v.articles)))
}

func published(a *news.Article) string {
	if !a.Published.Known() {
		return "date unknown"
	}
	return day(a.Published.Day())
}

func rangeWords(r news.Range) string {
	if r.Min == r.Max {
		return fmt.Sprint(r.Max)
	}
	return fmt.Sprintf("%d to %d", r.Min, r.Max)
}

func on(iso string) string {
	if iso == "" {
		return ""
	}
	return " on " + day(iso)
}

// positionHead is "Ilse Maren, company spokeswoman, denies, 3 March 2025, through …".
func positionHead(v *view, p *news.Position) string {
	return positionStand(v, p) + via(p.Via)
}

// sayingHead is a position's head with every relay that its report names for
// these words: "…, through the Courier and through Radio Sund".
func sayingHead(v *view, c *news.Claim, i int) string {
	p := &c.Positions[i]
	var ways []string
	for k := range c.Positions {
		o := &c.Positions[k]
		if o.Utterance != p.Utterance || o.Passage != p.Passage || len(o.Via) == 0 {
			continue
		}
		if way := strings.TrimPrefix(via(o.Via), ", "); !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	head := positionStand(v, p)
	if len(ways) > 0 {
		head += ", " + strings.Join(ways, " and ")
	}
	return head
}

// positionStand is who takes which stance and when.
func positionStand(v *view, p *news.Position) string {
	who := speaker(p.Voice)
	if p.Kind == news.Narration {
		who = "narration of " + outlet(v.articles[p.Article])
	}
	s := oneLine(who) + " · " + stance(p)
	if p.SaidOn != "" {
		s += " · " + day(p.SaidOn)
	}
	if p.Voice.Type == news.Unnamed && p.Voice.Reason != "" {
		s += " · unnamed: " + oneLine(p.Voice.Reason)
	}
	return s
}

// changes is "“areas” → “ones”, “our” → “an”".
func changes(cs []news.WordChange) string {
	var parts []string
	for _, c := range cs {
		switch {
		case c.From == "":
			parts = append(parts, "added “"+oneLine(c.To)+"”")
		case c.To == "":
			parts = append(parts, "without “"+oneLine(c.From)+"”")
		default:
			parts = append(parts, "“"+oneLine(c.From)+"” is “"+oneLine(c.To)+"”")
		}
	}
	return strings.Join(parts, ", ")
}

func (v *view) claimNumber(id string) int {
	for i := range v.Claims {
		if v.Claims[i].ID == id {
			return i + 1
		}
	}
	return 0
}

// name is how a report is named in a sentence: "[2] Radio Sund".
func (v *view) name(id string) string {
	a := v.articles[id]
	if a == nil {
		return id
	}
	return fmt.Sprintf("[%d] %s", v.number[id], outlet(a))
}

// why names reports by their numbers where a reason names them by their ids.
func (v *view) why(s string) string {
	for i := range v.Articles {
		s = strings.ReplaceAll(s, "("+v.Articles[i].ID+")", fmt.Sprintf("[%d]", i+1))
	}
	return strings.ReplaceAll(s, "undetermined: ", "")
}

// copyLines say who took how much from whom, one line a pair of reports.
func copyLines(v *view) []string {
	type pair struct{ of, in string }
	var order []pair
	type sum struct {
		chars, quoted, passages int
		credited, undetermined  bool
		why                     string
	}
	sums := map[pair]*sum{}
	for _, c := range v.Copies {
		k := pair{c.Of, c.In}
		s := sums[k]
		if s == nil {
			s = &sum{undetermined: true}
			sums[k] = s
			order = append(order, k)
		}
		if c.Quote {
			s.quoted++
		} else {
			s.chars += c.InSpan.Len()
			s.passages++
		}
		s.credited = s.credited || c.Credited
		s.undetermined = s.undetermined && c.Undetermined
		if s.why == "" {
			s.why = c.Why
		}
	}
	var lines []string
	for _, l := range v.Lineages {
		if l.Hidden {
			of := ""
			if l.Parent != "" {
				of = " of " + oneLine(l.Parent)
			}
			rests := "rests on a text" + of
			if of == "" {
				rests = "may rest on a text"
			}
			lines = append(lines, fmt.Sprintf("%s %s that is not among the reports: %s", v.name(l.Article), rests, v.why(l.Why)))
		}
	}
	for _, k := range order {
		s := sums[k]
		if s.passages == 0 {
			continue
		}
		share := 0
		if a := v.articles[k.in]; a != nil && len(a.Text) > 0 {
			share = (100*s.chars + len(a.Text)/2) / len(a.Text)
		}
		line := fmt.Sprintf("%s took %s (%d %% of its text) from %s", v.name(k.in), count(s.passages, "passage")+" of narration", share, v.name(k.of))
		if s.undetermined {
			line = fmt.Sprintf("%s and %s share %s (%d %% of the latter), direction undetermined", v.name(k.of), v.name(k.in), count(s.passages, "passage")+" of narration", share)
		} else if s.credited {
			line += ", with credit"
		} else {
			line += ", without credit"
		}
		if s.why != "" {
			line += ": " + v.why(s.why)
		}
		if v.versions(k.of, k.in) {
			kept := fmt.Sprintf("%s (%d %% of its text)", count(s.passages, "passage")+" of narration", share)
			line = fmt.Sprintf("%s is a later version of the same article as %s, and keeps %s of it", v.name(k.in), v.name(k.of), kept)
			if s.undetermined {
				line = fmt.Sprintf("%s and %s are versions of the same article; which is the later is unknown", v.name(k.of), v.name(k.in))
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// versions reports whether two reports are one article, read twice under its URL.
func (v *view) versions(a, b string) bool {
	x, y := v.articles[a], v.articles[b]
	return x != nil && y != nil && x.URL != "" && x.URL == y.URL
}

// numberLines give each figure once, with all the places where it stands.
func numberLines(v *view) []string {
	type figure struct {
		value, high              float64
		unit, scope, voice, note string
	}
	at := map[figure]int{}
	var lines []string
	for i := range v.Numbers {
		n := &v.Numbers[i]
		k := figure{n.Value, n.High, n.Unit, n.Scope, n.Voice, n.Note}
		if j, ok := at[k]; ok {
			lines[j] += ", " + v.where(n.Passage)
			continue
		}
		at[k] = len(lines)
		lines = append(lines, numberLine(v, n))
	}
	return lines
}

func numberLine(v *view, n *news.Number) string {
	s := cite(v.words(n.Passage))
	if n.Voice != "" {
		s += " — " + oneLine(n.Voice)
	}
	if n.AsOf != "" {
		s += ", as of " + day(n.AsOf)
	}
	if n.Note != "" {
		s += "; " + n.Note
	}
	return s + " " + v.where(n.Passage)
}

// eventLine is a line of the timeline, of what was said or of a day spoken of.
func eventLine(v *view, e *news.Event) string {
	date := day(e.Date)
	if e.Approx {
		date = "about " + date
	}
	s := date + ": "
	if e.Voice != "" {
		s += oneLine(e.Voice) + ": "
	}
	return s + cite(v.words(e.Passage)) + " " + v.where(e.Passage)
}

// originLines name a claim's origins with the reasons they were counted for,
// then say how many would remain without one.
func originLines(v *view, c *news.Claim) []string {
	var lines []string
	for _, o := range c.Origins {
		line := v.why(oneLine(o.Name))
		if o.Why != "" {
			line += " — " + v.why(o.Why)
		}
		lines = append(lines, line)
	}
	if len(c.Without) == 0 {
		return lines
	}
	var names []string
	left := c.Without[0].Count
	for _, w := range c.Without {
		names = append(names, fmt.Sprintf("without %s: %s", v.why(oneLine(w.Origin)), rangeWords(w.Count)))
		left.Min, left.Max = min(left.Min, w.Count.Min), max(left.Max, w.Count.Max)
	}
	if len(names) > 3 {
		return append(lines, "without any one of them: "+rangeWords(left))
	}
	return append(lines, strings.Join(names, "; "))
}

func turnLines(c *news.Claim) []string {
	var lines []string
	for _, t := range c.Turns {
		from, to := &c.Positions[t.From], &c.Positions[t.To]
		lines = append(lines, fmt.Sprintf("turn: %s %s%s, then %s%s", oneLine(t.Voice), stanceWords[from.Stance], on(from.SaidOn), stanceWords[to.Stance], on(to.SaidOn)))
	}
	return lines
}

// relation is what a claim is to another one that is shown.
type relation struct {
	kind  string
	claim int // its number
	why   string
}

func relations(v *view, c *news.Claim) []relation {
	var out []relation
	for _, r := range c.Relations {
		if n := v.claimNumber(r.Claim); n > 0 {
			out = append(out, relation{r.Kind, n, r.Why})
		}
	}
	return out
}

func relationLines(v *view, c *news.Claim) []string {
	var lines []string
	for _, r := range relations(v, c) {
		line := fmt.Sprintf("%s claim %d", r.kind, r.claim)
		if r.why != "" {
			line += ": " + r.why
		}
		lines = append(lines, line)
	}
	return lines
}

// carried is "in 3 reports of 2 outlets".
func (v *view) carried(c *news.Claim) string {
	in := map[string]bool{}
	for i := range c.Positions {
		in[c.Positions[i].Article] = true
	}
	return fmt.Sprintf("in %s of %s", count(len(in), "report"), v.outlets(maps.Keys(in)))
}

func passingLine(v *view) string {
	if v.passing == 0 {
		return ""
	}
	return count(v.passing, "passage") + " of narration that one report alone has left out here; --format json has them."
}

// events are the timeline's lines of one kind.
func events(v *view, kind string) []*news.Event {
	var out []*news.Event
	for i := range v.Timeline {
		if v.Timeline[i].Kind == kind {
			out = append(out, &v.Timeline[i])
		}
	}
	return out
}

// timelines are the kinds of event and how the lists of them are headed.
var timelines = []struct{ kind, head string }{{"said", "Timeline: what was said"}, {"about", "Timeline: the days spoken of"}}

// linkLines say on what evidence passages were grouped.
func linkLines(v *view) []string {
	var lines []string
	for _, l := range v.Links {
		if n := v.claimNumber(l.Claim); n > 0 {
			line := fmt.Sprintf("claim %d: %s with %s: %s", n, v.where(l.Passage), v.where(l.To), strings.Join(l.Why, ", "))
			if l.Odds != 0 {
				line += fmt.Sprintf(" (log odds %.1f)", l.Odds)
			}
			lines = append(lines, line)
		}
	}
	return lines
}
