package account

import (
	"cmp"
	"fmt"

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
	voices map[string]*news.Voice // that speak, by each printed name
	claim  map[string]*news.Voice // those of the claim at hand
	nouns  map[string]*news.Voice // bodies by the last word of their names
}

func newTracer(articles []news.Article, lineages []news.Lineage, copies []news.Copy) *tracer {
	t := &tracer{map[string]*news.Article{}, map[string]*news.Lineage{}, map[string][]news.Copy{}, map[string]*news.Voice{}, nil, nil}
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

// of is the tracer for one claim; others may be traced meanwhile.
func (t tracer) of(c *news.Claim) *tracer {
	t.claim = map[string]*news.Voice{}
	meet(c, t.claim)
	return &t
}

// standing is how the source of an origin is known.
type standing int

const (
	named     standing = iota // somebody or something that has a name
	described                 // unnamed sources
	untold                    // the report gives no source
)

// root is where one position comes from.
type root struct {
	key      string // equal keys are one origin
	name     string
	kind     news.VoiceType
	why      string
	standing standing
	who      string // the words that say who it is: a description, a role, a name
	through  string // the outlet that relayed it, as a key
	id       identity
}

// maxHops bounds the walk from copy to copy and from relay to relay; chains of
// real reports are short.
const maxHops = 8

// trace finds the origin of one of a claim's positions.
func (t *tracer) trace(c *news.Claim, i, hops int) root {
	p := &c.Positions[i]
	if untoldSource(p) {
		r := t.narration(p.Passage, 0)
		if p.Kind != news.Narration && p.Voice.Type != news.OutletVoice {
			r.why = "its speaker is unknown; counted as the report's own, " + r.why
		}
		return r
	}
	if q := restsOn(c, i); q >= 0 && hops < maxHops {
		return t.trace(c, q, hops+1)
	}
	if body := service(p.Voice.Name); body != "" && p.Voice.Type != news.Person {
		return root{key: "body " + body, name: p.Voice.Name, kind: news.Organisation, why: "quoted or reported as a body", who: p.Voice.Name}
	}
	if p.Voice.Type == news.Unnamed {
		return t.unnamed(p)
	}
	r := t.voice(&p.Voice)
	switch {
	case p.Voice.Type != news.Person && hearsay(p.Voice.Name):
		r.standing, r.why = described, "named no further"
	case len(p.Via) > 0:
		r.through = fold(p.Via[len(p.Via)-1].Name)
	}
	return r
}

// untoldSource reports whether a position is the report's own: narration, or
// words of an unknown speaker.
func untoldSource(p *news.Position) bool {
	return p.Kind == news.Narration || p.Voice.Name == "" || p.Voice.Type == news.UnknownVoice || p.Voice.Type == ""
}

// restsOn is the position of the source that a voice relays in the same words,
// -1 where it speaks for itself: an outlet that reports what a named minister
// told it is no origin beside the minister.
func restsOn(c *news.Claim, i int) int {
	p := &c.Positions[i]
	by := fold(p.Voice.Name)
	for _, step := range []int{-1, 1} { // a report's positions stand together
		for q := i + step; q >= 0 && q < len(c.Positions) && c.Positions[q].Article == p.Article; q += step {
			o := &c.Positions[q]
			if o.Stance != news.Affirms || len(o.Via) == 0 || untoldSource(o) || o.Words.Overlap(p.Words) == 0 {
				continue
			}
			if fold(o.Via[len(o.Via)-1].Name) == by && fold(o.Voice.Name) != by {
				return q
			}
		}
	}
	return -1
}

// voice is the origin of what a voice says for itself.
func (t *tracer) voice(v *news.Voice) root {
	if v.Type == news.OutletVoice {
		return root{key: "outlet " + fold(v.Name), name: v.Name, kind: v.Type, why: "named as where the report has it from", who: v.Name}
	}
	if body := t.introduced(v); body != nil {
		v = body
	}
	if body := t.spokenFor(v); body != nil {
		return root{key: "voice " + cmp.Or(body.Key, fold(body.Name)), name: body.Name, kind: body.Type,
			why: "quoted or reported by name, or through its spokesperson " + v.Name, who: body.Name}
	}
	return root{key: "voice " + cmp.Or(v.Key, fold(v.Name)), name: v.Name, kind: v.Type, why: "quoted or reported by name", who: v.Name + " " + v.Role}
}

// meet notes the voices of a claim by all their names, so that relays and
// spokespeople are known.
func meet(c *news.Claim, voices map[string]*news.Voice) {
	for i := range c.Positions {
		v := &c.Positions[i].Voice
		if v.Name == "" || v.Type == news.Unnamed {
			continue
		}
		for _, name := range append([]string{v.Name}, v.Variants...) {
			if k := fold(name); voices[k] == nil {
				voices[k] = v
			}
		}
	}
}

// unnamed is the origin of what unnamed sources say: a group with a name of its
// own; else the outlet that spoke to them, where two outlets' "officials" may be
// the same people. What somebody named says to have from others stands under
// the name.
func (t *tracer) unnamed(p *news.Position) root {
	who := p.Voice.Name
	if group := t.group(p); group != "" {
		return root{key: "group " + fold(group), name: who, kind: p.Voice.Type, why: "quoted or reported as a group", who: who}
	}
	if n := len(p.Via); n > 0 {
		through := p.Via[n-1].Name
		if _, known := outlets.Default().Lookup(through); known || speech.IsOutlet(through) {
			return root{key: "outlet " + fold(through), name: through, kind: news.OutletVoice,
				why: "rests on unnamed sources (“" + who + "”)", standing: described, who: who, through: fold(through)}
		}
		v := t.voices[fold(through)]
		if v == nil {
			v = &news.Voice{Name: through, Type: news.Organisation}
		}
		r := t.voice(v)
		r.why += "; has it from others (“" + who + "”)"
		return r
	}
	r := t.narration(p.Passage, 0)
	return root{key: "unnamed of " + r.key + " " + fold(who), name: who + " (unnamed, to " + r.name + ")", kind: news.Unnamed,
		why: "unnamed sources of " + r.name, standing: described, who: who}
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
				r.why = "another report has the same text; who wrote it first is undetermined"
			} else {
				r.why = "the words were taken from " + of + "; " + r.why
			}
			return r
		}
	}
	a := t.articles[p.Article]
	if a == nil {
		return root{standing: untold, key: "article " + p.Article, name: p.Article, kind: news.OutletVoice, why: "its report is not at hand"}
	}
	if l := t.lineage[p.Article]; l != nil && l.Hidden && l.Parent != "" {
		return root{standing: untold, key: "outlet " + fold(l.Parent), name: l.Parent, kind: news.OutletVoice, why: "rests on a text that is not among the reports: " + l.Why}
	}
	for _, c := range a.Credits {
		if c.Whole {
			return root{standing: untold, key: "outlet " + fold(c.Name), name: c.Name, kind: news.OutletVoice, why: "credited by " + label(a)}
		}
	}
	if a.Dateline.Agency != "" {
		return root{standing: untold, key: "outlet " + fold(a.Dateline.Agency), name: a.Dateline.Agency, kind: news.OutletVoice, why: "its dateline says so"}
	}
	name := a.Outlet.Family
	if name == "" {
		name = a.Outlet.Name
	}
	if name == "" {
		return root{standing: untold, key: "article " + a.ID, name: label(a), kind: news.OutletVoice, why: "its own words; no copy or credit was found, but its outlet is unknown"}
	}
	return root{standing: untold, key: "outlet " + fold(name), name: label(a), kind: news.OutletVoice, why: "its own words; no copy or credit was found"}
}

func label(a *news.Article) string {
	if a.Outlet.Name != "" {
		return a.Outlet.Name
	}
	if !a.Published.Known() {
		return "the undated report (" + a.ID + ")"
	}
	return "the report of " + a.Published.Time.Format("2 January 2006") + " (" + a.ID + ")"
}

// fold is the key of a name: that of the outlet or agency it is printed for,
// else its letters.
func fold(name string) string {
	if o, ok := outlets.Default().Lookup(name); ok {
		return outlets.Key(o.Name)
	}
	return outlets.Key(name)
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
