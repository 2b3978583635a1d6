package render

import (
	"encoding/json"
	"io"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

type annotationJSON struct {
	ID         string          `json:"id"`
	Language   string          `json:"language"`
	Sentences  [][2]int        `json:"sentences"`
	Names      []nameJSON      `json:"names"`
	Dates      []dateJSON      `json:"dates"`
	Statements []statementJSON `json:"statements"`
	Nested     []statementJSON `json:"nested,omitempty"`
}

type nameJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
}

type dateJSON struct {
	nameJSON
	Value string `json:"value"`
}

type statementJSON struct {
	Source     [][2]int           `json:"source"`
	Cue        [][2]int           `json:"cue"`
	Content    [][2]int           `json:"content"`
	Kind       news.Kind          `json:"kind"`
	Speech     bool               `json:"speech"`
	Voice      statementVoiceJSON `json:"voice"`
	With       []string           `json:"with,omitempty"`
	Cites      []string           `json:"cites,omitempty"`
	Via        []string           `json:"via"`
	Stance     news.Stance        `json:"stance"`
	SaidOn     *string            `json:"said_on"`
	Addressee  *[2]int            `json:"addressee,omitempty"`
	Occasion   *[2]int            `json:"occasion,omitempty"`
	Parent     *int               `json:"parent,omitempty"`
	Confidence float64            `json:"confidence"`
}

type statementVoiceJSON struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	Role       string   `json:"role,omitempty"`
	Count      int      `json:"count,omitempty"`
	Reason     string   `json:"reason,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

// Annotation writes what was read from one article as a line of JSON: sentences,
// names, dates, and the statements of at least the given confidence. Offsets
// are Unicode code points into the article's text, ends exclusive. Statements
// found inside what others say are listed apart; each names its parent by its
// place among the statements.
func Annotation(w io.Writer, a *annotate.Annotated, least float64) error {
	points := news.NewOffsets(a.Article.Text)
	at := func(s news.Span) [2]int { return [2]int{points.At(s.Start), points.At(s.End)} }
	all := func(spans []news.Span) [][2]int {
		out := make([][2]int, len(spans))
		for i, s := range spans {
			out[i] = at(s)
		}
		return out
	}
	name := func(s news.Span, kind string) nameJSON {
		p := at(s)
		return nameJSON{p[0], p[1], s.In(a.Article.Text), kind}
	}
	x := annotationJSON{ID: a.Article.ID, Language: a.Article.Language,
		Sentences: [][2]int{}, Names: []nameJSON{}, Dates: []dateJSON{}, Statements: []statementJSON{}}
	for _, s := range a.Doc.Sentences {
		x.Sentences = append(x.Sentences, at(s.Span))
	}
	for _, n := range a.Doc.Names {
		x.Names = append(x.Names, name(n.Span, n.Type.String()))
	}
	for _, d := range a.Dates {
		x.Dates = append(x.Dates, dateJSON{name(d.Span, d.Type), d.Value})
	}
	place := make([]int, len(a.Statements))
	for i := range a.Statements {
		s := &a.Statements[i]
		if place[i] = -1; s.Confidence < least {
			continue
		}
		j := statementJSON{Source: all(s.Source), Cue: all(s.Cue), Content: all(s.Content), Kind: s.Kind, Speech: s.Speech,
			Voice: statementVoiceJSON{s.Voice.Name, string(s.Voice.Type), s.Voice.Role, s.Voice.Count, s.Voice.Reason, s.Voice.Candidates},
			Via:   []string{}, Stance: s.Stance, Confidence: float64(int(s.Confidence*1000+0.5)) / 1000}
		for _, v := range s.With {
			j.With = append(j.With, v.Name)
		}
		for _, v := range s.Cites {
			j.Cites = append(j.Cites, v.Name)
		}
		for _, r := range s.Via {
			j.Via = append(j.Via, r.Name)
		}
		if s.SaidOn != "" {
			j.SaidOn = &s.SaidOn
		}
		if s.Addressee.Len() > 0 {
			p := at(s.Addressee)
			j.Addressee = &p
		}
		if s.Occasion.Len() > 0 {
			p := at(s.Occasion)
			j.Occasion = &p
		}
		if p := s.Parent; p >= 0 && p < i {
			if place[p] >= 0 {
				j.Parent = &place[p]
				x.Nested = append(x.Nested, j)
			}
			continue
		}
		place[i] = len(x.Statements)
		x.Statements = append(x.Statements, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(&x)
}
