package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

func TestAnnotationCountsCodePoints(t *testing.T) {
	text := "Café Vik: “Né,” Ada said."
	span := func(a, b int) news.Span { return news.Span{Start: a, End: b} }
	a := &annotate.Annotated{
		Article: news.Article{ID: "1", Text: text, Language: "en"},
		Doc: &english.Document{Text: text, Sentences: []english.Sentence{{Span: span(0, len(text))}},
			Names: []english.Name{{Span: span(0, 9), Type: english.PersonName}}},
		Statements: []news.Statement{
			{Source: []news.Span{span(22, 25)}, Cue: []news.Span{span(26, 30)}, Content: []news.Span{span(11, 21)}, Kind: news.Direct,
				Speech: true, Parent: -1, Confidence: 0.91234},
			{Cue: []news.Span{span(26, 30)}, Parent: -1, Confidence: 0.1},
		},
	}
	var b bytes.Buffer
	if err := Annotation(&b, a, 0.5); err != nil {
		t.Fatal(err)
	}
	var got struct {
		ID         string
		Sentences  [][2]int
		Names      []struct{ Text, Type string }
		Dates      []any
		Statements []struct {
			Source, Cue, Content [][2]int
			Kind                 string
			Confidence           float64
			SaidOn               *string `json:"said_on"`
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Statements) != 1 || got.Dates == nil || len(got.Sentences) != 1 || got.Sentences[0] != [2]int{0, 25} {
		t.Fatalf("%s", b.Bytes())
	}
	points := []rune(text)
	s := got.Statements[0]
	for _, c := range []struct {
		spans [][2]int
		want  string
	}{{s.Source, "Ada"}, {s.Cue, "said"}, {s.Content, "“Né,”"}} {
		if len(c.spans) != 1 || string(points[c.spans[0][0]:c.spans[0][1]]) != c.want {
			t.Errorf("%v, want the code points of %q", c.spans, c.want)
		}
	}
	if s.Confidence != 0.912 || s.SaidOn != nil || s.Kind != "direct" || got.Names[0].Text != "Café Vik" {
		t.Errorf("%+v", s)
	}
}
