package account

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
	"github.com/hearsay-news/hearsay/speech"
)

// tracer follows the positions of one story back to where they come from.
type tracer struct {
	articles map[string]*news.Article
	lineage  map[string]*news.Lineage
	// copies of narration, by the article copied into; of a text whose direction
	// is undetermined the earlier report stands for both.
	copies map[string][]news.Copy
	bodies map[string]*news.Voice // organisations and offices that speak, by each printed name
}

func newTracer(articles []news.Article, lineages []news.Lineage, copies []news.Copy) *tracer {
	t := &tracer{map[string]*news.Article{}, map[string]*news.Lineage{}, map[string][]news.Copy{}, map[string]*news.Voice{}}
	for i := range articles {
		t.articles[articles[i].ID] = &articles[i]
	}
	for i := range lineages {
		t.lineage[lineages[i].Article] = &lineages[i]
	}
	order := map[string]int{}
	for i := range articles {
		order[articles[i].ID] = i
	}
	for _, c := range copies {
		if c.Quote || t.articles[c.Of] == nil || c.Of == c.In {
			continue
		}
		if c.Undetermined && order[c.In] < order[c.Of] {
			c.Of, c.In, c.OfSpan, c.InSpan = c.In, c.Of, c.InSpan, c.OfSpan
		}
		t.copies[c.In] = append(t.copies[c.In], c)
	}
	return t
}

// root is where one position comes from.
type root struct {
	key     string // equal keys are one origin
	name    string
	kind    news.VoiceType
	why     string
	unnamed string // description, for unnamed sources that may be the same as others
}

// maxHops bounds the walk from copy to copy; chains of real reports are short.
const maxHops = 8

// trace finds the origin of a position.
func (t *tracer) trace(p *news.Position, hops int) root {
	if p.Kind == news.Narration || p.Voice.Type == news.OutletVoice && p.Voice.Name == "" {
		return t.narration(p.Passage, hops)
	}
	v := &p.Voice
	switch v.Type {
	case news.Unnamed:
		return t.unnamed(p)
	case news.UnknownVoice, "":
		r := t.narration(p.Passage, hops)
		r.why = "its speaker is unknown; counted as the report's own, " + r.why
		return r
	}
	key := v.Key
	if key == "" {
		key = fold(v.Name)
	}
	if v.Type == news.OutletVoice {
		return root{key: "outlet " + fold(v.Name), name: v.Name, kind: v.Type, why: "named as where the report has it from"}
	}
	if body := t.spokenFor(v); body != nil {
		return root{key: "voice " + cmp.Or(body.Key, fold(body.Name)), name: body.Name, kind: body.Type, why: "quoted or reported by name, or through its spokesperson " + v.Name}
	}
	return root{key: "voice " + key, name: v.Name, kind: v.Type, why: "quoted or reported by name"}
}

// meet notes the bodies that speak in a claim, so that their spokespeople can
// be told.
func (t *tracer) meet(c *news.Claim) {
	for i := range c.Positions {
		v := &c.Positions[i].Voice
		if v.Type != news.Organisation && v.Type != news.Office {
			continue
		}
		for _, name := range append([]string{v.Name}, v.Variants...) {
			if k := fold(name); t.bodies[k] == nil {
				t.bodies[k] = v
			}
		}
	}
}

// spokenFor is the body that a person speaks for by role ("EU spokesman"),
// where that body speaks in its own name as well; else nil.
func (t *tracer) spokenFor(v *news.Voice) *news.Voice {
	role := strings.ToLower(v.Role)
	at := strings.Index(role, "spokes")
	if v.Type != news.Person || at < 0 {
		return nil
	}
	if body := t.bodies[fold(role[:at])]; body != nil {
		return body
	}
	if _, of, ok := strings.Cut(role[at:], " for "); ok {
		return t.bodies[fold(of)]
	}
	return nil
}

// unnamed sources rest with the outlet that spoke to them: two outlets'
// "officials" may be the same people.
func (t *tracer) unnamed(p *news.Position) root {
	if n := len(p.Via); n > 0 {
		through := p.Via[n-1].Name
		if _, known := outlets.Default().Lookup(through); !known && !speech.IsOutlet(through) {
			return root{key: "unnamed through " + fold(through), name: p.Voice.Name + " (unnamed, through " + through + ")", kind: news.Unnamed,
				why: "unnamed, in the words of " + through, unnamed: p.Voice.Name}
		}
		return root{key: "outlet " + fold(through), name: through, kind: news.OutletVoice,
			why: "rests on unnamed sources (“" + p.Voice.Name + "”)", unnamed: p.Voice.Name}
	}
	r := t.narration(p.Passage, 0)
	return root{key: "unnamed of " + r.key + " " + fold(p.Voice.Name), name: p.Voice.Name + " (unnamed, to " + r.name + ")", kind: news.Unnamed,
		why: "unnamed sources of " + r.name, unnamed: p.Voice.Name}
}

// narration is the article's own voice, unless the words were taken from
// another article or are credited to another outlet.
func (t *tracer) narration(p news.Passage, hops int) root {
	if hops < maxHops {
		for _, c := range t.copies[p.Article] {
			if 2*c.InSpan.Overlap(p.Span) < p.Len() {
				continue
			}
			r := t.narration(news.Passage{Article: c.Of, Span: c.OfSpan}, hops+1)
			if of := label(t.articles[c.Of]); c.Undetermined {
				r.why = "the same text stands in " + of + "; who wrote it first is undetermined"
			} else {
				r.why = "the words were taken from " + of + "; " + r.why
			}
			return r
		}
	}
	a := t.articles[p.Article]
	if a == nil {
		return root{key: "article " + p.Article, name: p.Article, kind: news.OutletVoice, why: "its report is not at hand"}
	}
	if l := t.lineage[p.Article]; l != nil && l.Hidden && l.Parent != "" {
		return root{key: "outlet " + fold(l.Parent), name: l.Parent, kind: news.OutletVoice, why: "rests on a text that is not among the reports: " + l.Why}
	}
	for _, c := range a.Credits {
		if c.Whole {
			return root{key: "outlet " + fold(c.Name), name: c.Name, kind: news.OutletVoice, why: "credited by " + label(a)}
		}
	}
	if a.Dateline.Agency != "" {
		return root{key: "outlet " + fold(a.Dateline.Agency), name: a.Dateline.Agency, kind: news.OutletVoice, why: "its dateline says so"}
	}
	name := a.Outlet.Family
	if name == "" {
		name = a.Outlet.Name
	}
	if name == "" {
		return root{key: "article " + a.ID, name: label(a), kind: news.OutletVoice, why: "its own words; no copy or credit was found, but its outlet is unknown"}
	}
	return root{key: "outlet " + fold(name), name: label(a), kind: news.OutletVoice, why: "its own words; no copy or credit was found"}
}

// place fills in a claim's origins, count, counterfactuals and verdict.
func (t *tracer) place(c *news.Claim) {
	index := map[string]int{}
	var unnamed []string // description by origin
	denied := false
	for i := range c.Positions {
		p := &c.Positions[i]
		switch p.Stance {
		case news.Denies:
			denied = true
			continue
		case news.Affirms:
		default:
			continue
		}
		r := t.trace(p, 0)
		k, seen := index[r.key]
		if !seen {
			k = len(c.Origins)
			index[r.key] = k
			c.Origins = append(c.Origins, news.Origin{ID: fmt.Sprintf("o%d", k+1), Name: r.name, Type: r.kind, Why: r.why})
			unnamed = append(unnamed, "")
		}
		if r.unnamed != "" {
			unnamed[k] = r.unnamed
			c.Origins[k].Why = r.why
		}
		o := &c.Origins[k]
		o.Passages = append(o.Passages, p.Passage)
	}
	for k := range c.Origins {
		o := &c.Origins[k]
		for _, p := range o.Passages {
			if !contains(o.Articles, p.Article) {
				o.Articles = append(o.Articles, p.Article)
			}
		}
		if n := len(o.Articles); n > 1 {
			o.Why += fmt.Sprintf("; %d reports carry it: one origin", n)
		}
		if unnamed[k] == "" {
			continue
		}
		for j := range k {
			if unnamed[j] != "" && mayBeSame(unnamed[j], unnamed[k]) {
				o.Maybe = c.Origins[j].ID
				o.Why += "; may be the same people as those of " + c.Origins[j].Name
				break
			}
		}
	}
	c.Count = tally(c.Origins, "")
	if len(c.Origins) > 1 {
		for _, o := range c.Origins {
			c.Without = append(c.Without, news.Without{Origin: o.Name, Count: tally(c.Origins, o.ID)})
		}
	}
	switch {
	case denied && c.Count.Max > 0:
		c.Verdict = news.Disputed
	case denied:
		c.Verdict = news.Denied
	case c.Count.Max == 0:
		c.Verdict = news.Unplaced
	case c.Count.Max == 1:
		c.Verdict = news.SingleOrigin
	default:
		c.Verdict = news.Reported
	}
}

// tally counts origins, leaving one out: at most all of them, at least those
// that cannot be the same as another.
func tally(origins []news.Origin, without string) news.Range {
	var r news.Range
	for _, o := range origins {
		if o.ID == without {
			continue
		}
		r.Max++
		if o.Maybe == "" || o.Maybe == without {
			r.Min++
		}
	}
	return r
}

// mayBeSame reports whether two descriptions of unnamed sources do not rule
// each other out: they share a word that says who, or one says nothing.
func mayBeSame(a, b string) bool {
	x, y := describing(a), describing(b)
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	for w := range x {
		if y[w] {
			return true
		}
	}
	return false
}

func describing(s string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '-' }) {
		switch w = strings.TrimSuffix(w, "s"); w {
		case "the", "a", "an", "of", "unnamed", "unidentified", "anonymou", "source", "people", "person", "some", "several", "two", "three", "four", "one", "who", "familiar", "with", "matter":
		default:
			words[w] = true
		}
	}
	return words
}

func label(a *news.Article) string {
	if a.Outlet.Name != "" {
		return a.Outlet.Name
	}
	if !a.Published.Known() {
		return "the undated report"
	}
	return "the report of " + a.Published.Time.Format("2 January 2006")
}

// fold is the key of a name: that of the outlet or agency it is printed for,
// else its letters.
func fold(name string) string {
	if o, ok := outlets.Default().Lookup(name); ok {
		return outlets.Key(o.Name)
	}
	return outlets.Key(name)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
