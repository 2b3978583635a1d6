// Package render shows accounts: as text for a terminal, Markdown, one HTML
// page, and JSON. Every line is a template around verbatim passages.
package render

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/hearsay-news/hearsay/news"
)

// view is an account with what every format needs to name its parts.
type view struct {
	*news.Account
	articles   map[string]*news.Article
	number     map[string]int   // article id to its number on the page, from 1
	paragraphs map[string][]int // article id to the starts of its paragraphs
	passing    int              // claims left out
}

// newView leaves out of what is shown the claims that are nothing but one
// report's own narration; JSON has them.
func newView(a *news.Account) *view {
	v := fullView(a)
	shown := *a
	shown.Claims = nil
	for _, c := range a.Claims {
		if !passing(&c) {
			shown.Claims = append(shown.Claims, c)
		}
	}
	v.Account, v.passing = &shown, len(a.Claims)-len(shown.Claims)
	return v
}

func passing(c *news.Claim) bool {
	for i := range c.Positions {
		if p := &c.Positions[i]; p.Kind != news.Narration || p.Article != c.Positions[0].Article {
			return false
		}
	}
	return true
}

func fullView(a *news.Account) *view {
	v := &view{Account: a, articles: map[string]*news.Article{}, number: map[string]int{}, paragraphs: map[string][]int{}}
	for i := range a.Articles {
		art := &a.Articles[i]
		v.articles[art.ID], v.number[art.ID] = art, i+1
		for _, b := range art.Blocks {
			v.paragraphs[art.ID] = append(v.paragraphs[art.ID], b.Start)
		}
	}
	return v
}

// words are the verbatim words of a passage, on one line.
func (v *view) words(p news.Passage) string {
	art := v.articles[p.Article]
	if art == nil || p.End > len(art.Text) || p.Start >= p.End {
		return ""
	}
	return oneLine(art.Text[p.Start:p.End])
}

// where says in which report and paragraph a passage stands: "[2] ¶4".
func (v *view) where(p news.Passage) string {
	return fmt.Sprintf("[%d] ¶%d", v.number[p.Article], v.paragraph(p))
}

// paragraph numbers the paragraph a passage starts in, from 1.
func (v *view) paragraph(p news.Passage) int {
	n := 0
	for _, start := range v.paragraphs[p.Article] {
		if start <= p.Start {
			n++
		}
	}
	return max(n, 1)
}

// outlet names who published an article; an unknown outlet is named by the
// file the report was read from.
func outlet(a *news.Article) string {
	switch {
	case a.Outlet.Name != "":
		return oneLine(a.Outlet.Name)
	case a.Outlet.Site != "":
		return oneLine(a.Outlet.Site)
	case a.Path != "":
		return "unknown outlet (" + oneLine(filepath.Base(a.Path)) + ")"
	}
	return "unknown outlet (" + a.ID + ")"
}

// utterances groups the indices of a claim's positions by utterance, the
// fullest form first in each.
func utterances(c *news.Claim) [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range c.Positions {
		if c.Positions[i].Utterance == i {
			at[i] = len(out)
			out = append(out, []int{i})
		}
	}
	for i := range c.Positions {
		if k := c.Positions[i].Utterance; k != i {
			out[at[k]] = append(out[at[k]], i)
		}
	}
	return out
}

// saying is words that are shown once: the forms of an utterance, and who said
// it, more than one where voices speak together or one names the other.
type saying struct {
	voices []int // positions, one a voice
	forms  []int // positions with the utterance, the fullest form first
}

// sayings joins the utterances of a claim that stand in the same places with
// one stance.
func (v *view) sayings(c *news.Claim) []saying {
	at := map[string]int{}
	var out []saying
	for _, u := range utterances(c) {
		p := &c.Positions[u[0]]
		k := fmt.Sprint(p.Passage, stance(p), v.places(c, u))
		if i, ok := at[k]; ok {
			out[i].voices = append(out[i].voices, u[0])
			continue
		}
		at[k] = len(out)
		out = append(out, saying{voices: u[:1], forms: u})
	}
	return out
}

// places is "[1] ¶4, [3] ¶2" for the positions of an utterance, each place
// once.
func (v *view) places(c *news.Claim, utterance []int) []string {
	var list []string
	for _, i := range utterance {
		if w := v.where(c.Positions[i].Passage); !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// speaker is a voice with its role: "Anton Reuss, Mayor".
func speaker(v news.Voice) string {
	name := v.Name
	if name == "" {
		if len(v.Candidates) > 0 {
			return "unknown voice (" + strings.Join(v.Candidates, " or ") + "?)"
		}
		return "unknown voice"
	}
	if v.Role == "" || strings.Contains(strings.ToLower(name), strings.ToLower(v.Role)) {
		return name
	}
	return name + ", " + v.Role
}

var stanceWords = map[news.Stance]string{
	news.Affirms:     "affirms",
	news.Denies:      "denies",
	news.Declines:    "declines to say or to confirm",
	news.Conditional: "conditional",
	news.Doubts:      "doubts",
}

// stance is where a position stands, in words. A sentence with a "not" that
// nothing in the claim is against denies nothing there.
func stance(p *news.Position) string {
	if p.Stance == news.Denies && p.Negative {
		return "says what is not"
	}
	return stanceWords[p.Stance]
}

// verdict says how a claim stands, in the words every format uses.
func verdict(c *news.Claim) string {
	reported := "reported by " + origins(c.Count)
	switch c.Verdict {
	case news.Reported:
		return reported
	case news.SingleOrigin:
		return "single origin"
	case news.Disputed:
		return "disputed, " + reported
	case news.Denied:
		for i := range c.Positions {
			if p := &c.Positions[i]; p.Stance == news.Denies && p.Article == c.Passage.Article && p.Overlap(c.Passage.Span) > 0 {
				return "denied: these are the words of a denial"
			}
		}
		return "denied"
	}
	return "unplaced"
}

func origins(r news.Range) string {
	switch {
	case r.Min != r.Max:
		return fmt.Sprintf("%d to %d origins", r.Min, r.Max)
	case r.Max == 1:
		return "1 origin"
	}
	return fmt.Sprintf("%d origins", r.Max)
}

// via is ", through the Iranian Labour News Agency" or "".
func via(relays []news.Relay) string {
	if len(relays) == 0 {
		return ""
	}
	names := make([]string, len(relays))
	for i, r := range relays {
		names[i] = oneLine(r.Name)
	}
	return ", through " + strings.Join(names, ", through ")
}

// day is an ISO date, possibly only a year or month, as a reader writes it.
func day(iso string) string {
	for _, f := range []struct{ in, out string }{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}} {
		if len(iso) >= len(f.in) {
			if t, err := time.Parse(f.in, iso[:len(f.in)]); err == nil {
				return t.Format(f.out)
			}
		}
	}
	return iso
}

// days is "7–10 September 2024", "3 March – 2 April 2025" or a single day.
func days(from, to string) string {
	if from == "" && to == "" {
		return "date unknown"
	}
	if from == to || to == "" {
		return day(from)
	}
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	switch {
	case errA != nil || errB != nil:
		return day(from) + " – " + day(to)
	case a.Year() == b.Year() && a.Month() == b.Month():
		return fmt.Sprintf("%d–%s", a.Day(), b.Format("2 January 2006"))
	case a.Year() == b.Year():
		return a.Format("2 January") + " – " + b.Format("2 January 2006")
	}
	return day(from) + " – " + day(to)
}

// count is "1 report", "5 reports".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// oneLine turns every run of white space into one blank; no word changes. What
// would command a terminal or turn the direction of writing is shown as U+FFFD.
func oneLine(s string) string {
	return strings.Map(harmless, strings.Join(strings.Fields(s), " "))
}

func harmless(r rune) rune {
	if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
		return unicode.ReplacementChar
	}
	return r
}

// address is where a report is published, as something to follow.
func address(a *news.Article) string {
	if s := strings.ToLower(a.URL); strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return a.URL
	}
	return ""
}

// cite puts words in quotation marks where they have none of their own. Where
// a passage begins or ends inside a quotation, an ellipsis says so.
func cite(s string) string {
	first, last := strings.IndexAny(s, "“”\""), strings.LastIndexAny(s, "“”\"")
	if first < 0 {
		return "“" + s + "”"
	}
	if strings.HasPrefix(s[first:], "”") {
		s = "…" + s
		last += len("…")
	}
	if strings.HasPrefix(s[last:], "“") {
		s += " …"
	}
	return s
}
