package render

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

var pageHTML = template.Must(template.New("page").Parse(pageTemplate))

// HTML writes accounts as one self-contained page: no script, no request.
func HTML(w io.Writer, accounts []news.Account) error {
	p := htmlPage{Style: template.CSS(pageStyle), Title: "hearsay"}
	for i := range accounts {
		v := newView(&accounts[i])
		p.Stories = append(p.Stories, htmlStory(v, i+1))
	}
	if len(p.Stories) == 1 {
		p.Title = p.Stories[0].Title
	}
	return pageHTML.Execute(w, p)
}

type htmlPage struct {
	Title   string
	Style   template.CSS
	Stories []*storyHTML
}

type storyHTML struct {
	N                         int
	Title, Extent             string
	Claims                    []claimHTML
	Articles                  []articleHTML
	Copies, Numbers, Unknowns []string
	Timelines                 []timelineHTML
	Links                     []string
	Legend                    []legendHTML
	Passing                   string
	Chart                     *chartHTML
}

// glanced is how many claims the list above them names.
const glanced = 12

// Glance is what the list above the claims names.
func (s *storyHTML) Glance() []claimHTML { return s.Claims[:min(glanced, len(s.Claims))] }

type claimHTML struct {
	N                                 int
	ID, Text, Verdict, Class, Carried string
	Origins                           []string
	Positions, Folded                 []positionHTML
	FoldedAs                          string // "14 more positions: 9 affirm, 5 deny"
	Turns                             []string
	Relations                         []relationHTML
}

type relationHTML struct{ Kind, Href, Claim, Why string }

// unfolded is how many positions of a claim stand open where there are more
// than a few more: a claim of forty stays readable.
const unfolded, few = 8, 3

// fold puts the later positions of a claim behind a line that counts them.
func (c *claimHTML) fold() {
	if len(c.Positions) <= unfolded+few {
		return
	}
	c.Positions, c.Folded = c.Positions[:unfolded], c.Positions[unfolded:]
	byStance := map[string]int{}
	for i := range c.Folded {
		byStance[c.Folded[i].Class]++
	}
	var parts []string
	for _, s := range []struct{ class, one, more string }{{"affirms", "affirms", "affirm"}, {"denies", "denies", "deny"}, {"declines", "declines", "decline"},
		{"conditional", "is conditional", "are conditional"}, {"doubts", "doubts", "doubt"}, {"negative", "says what is not", "say what is not"}} {
		switch n := byStance[s.class]; {
		case n == 1:
			parts = append(parts, "1 "+s.one)
		case n > 1:
			parts = append(parts, fmt.Sprint(n, " ", s.more))
		}
	}
	c.FoldedAs = count(len(c.Folded), "more position") + ": " + strings.Join(parts, ", ")
}

type positionHTML struct {
	Heads       []string
	Class, Text string
	Links       []linkHTML
	Variants    []variantHTML
}

type variantHTML struct {
	Link    linkHTML
	Changes string
}

type linkHTML struct{ Href, Text, Label string }

type articleHTML struct {
	ID, Number, Outlet, Published, Title, Byline, URL string
	Credits                                           []string
	Paragraphs                                        []paragraphHTML
}

type paragraphHTML struct {
	Number  int
	Kind    string
	Why     string
	Regions []regionHTML
}

// regionHTML is a run of a paragraph's text; a region with an ID is what
// positions link to.
type regionHTML struct {
	ID    string
	Parts []partHTML
}

// partHTML is text copied from the report with that number, 0 for none.
type partHTML struct {
	Text string
	From int
	Name string
}

type timelineHTML struct {
	Head   string
	Events []eventHTML
}

type eventHTML struct {
	Date, Text string
	Link       linkHTML
}

type legendHTML struct {
	From int
	Name string
}

func htmlStory(v *view, n int) *storyHTML {
	s := &storyHTML{N: n, Title: v.words(v.Title), Extent: extent(v)}
	anchors := anchorsOf(v, n)
	link := func(p news.Passage) linkHTML {
		return linkHTML{Href: "#" + anchors.of(p), Text: v.where(p), Label: fmt.Sprintf("report %d, %s, paragraph %d", v.number[p.Article], outlet(v.articles[p.Article]), v.paragraph(p))}
	}
	for i := range v.Claims {
		c := &v.Claims[i]
		id := func(claim int) string { return fmt.Sprintf("s%dc%d", n, claim) }
		x := claimHTML{N: i + 1, ID: id(i + 1), Text: cite(v.words(c.Passage)), Verdict: verdict(c), Class: verdictClass(c.Verdict),
			Carried: v.carried(c), Origins: originLines(v, c), Turns: turnLines(c)}
		for _, r := range relations(v, c) {
			x.Relations = append(x.Relations, relationHTML{r.kind, "#" + id(r.claim), fmt.Sprint("claim ", r.claim), r.why})
		}
		for _, said := range v.sayings(c) {
			p := &c.Positions[said.forms[0]]
			y := positionHTML{Class: stanceClass(p), Text: cite(v.words(p.Passage))}
			for _, j := range said.voices {
				y.Heads = append(y.Heads, sayingHead(v, c, j))
			}
			for _, j := range said.forms {
				q := &c.Positions[j]
				if l := link(q.Passage); !slices.Contains(y.Links, l) {
					y.Links = append(y.Links, l)
				}
				if len(q.Changes) > 0 {
					y.Variants = append(y.Variants, variantHTML{link(q.Passage), changes(q.Changes)})
				}
			}
			x.Positions = append(x.Positions, y)
		}
		x.fold()
		s.Claims = append(s.Claims, x)
	}
	sources := map[int]bool{}
	for i := range v.Articles {
		a := &v.Articles[i]
		x := articleHTML{ID: fmt.Sprintf("s%dr%d", n, i+1), Number: fmt.Sprint(i + 1), Outlet: outlet(a), Published: published(a), Title: oneLine(a.Title), Byline: oneLine(a.Byline), URL: address(a)}
		for _, c := range a.Credits {
			x.Credits = append(x.Credits, oneLine(c.Name))
		}
		for k, b := range a.Blocks {
			if b.Kind == news.Heading && oneLine(a.Text[b.Start:b.End]) == x.Title {
				x.Title = "" // it is shown where it stands
			}
			x.Paragraphs = append(x.Paragraphs, paragraphHTML{Number: k + 1, Kind: string(b.Kind), Why: b.Why, Regions: anchors.regions(v, a, b.Span, sources)})
		}
		s.Articles = append(s.Articles, x)
	}
	for _, k := range slices.Sorted(maps.Keys(sources)) {
		s.Legend = append(s.Legend, legendHTML{k, outlet(&v.Articles[k-1])})
	}
	s.Copies = copyLines(v)
	s.Numbers = numberLines(v)
	for _, l := range timelines {
		t := timelineHTML{Head: l.head}
		for _, e := range events(v, l.kind) {
			date := day(e.Date)
			if e.Approx {
				date = "about " + date
			}
			text := cite(v.words(e.Passage))
			if e.Voice != "" {
				text = oneLine(e.Voice) + ": " + text
			}
			t.Events = append(t.Events, eventHTML{date, text, link(e.Passage)})
		}
		if len(t.Events) > 0 {
			s.Timelines = append(s.Timelines, t)
		}
	}
	s.Links = linkLines(v)
	s.Chart, s.Passing = chartOf(v), passingLine(v)
	for _, u := range v.Unknowns {
		s.Unknowns = append(s.Unknowns, u.What+": "+u.Why)
	}
	return s
}

// stanceClass is how the page colours a position.
func stanceClass(p *news.Position) string {
	if p.Stance == news.Denies && p.Negative {
		return "negative"
	}
	return string(p.Stance)
}

func verdictClass(x news.Verdict) string {
	switch x {
	case news.Reported:
		return "reported"
	case news.SingleOrigin:
		return "single"
	case news.Disputed:
		return "disputed"
	case news.Denied:
		return "denied"
	}
	return "unplaced"
}
