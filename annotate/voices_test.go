package annotate

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// line is a statement in a few words: whose it is, through whom, how they stand
// and when it was said.
func line(s *news.Statement) string {
	out := s.Voice.Name
	for _, w := range s.With {
		out += " & " + w.Name
	}
	for _, v := range s.Via {
		out += " < " + v.Name
	}
	if s.Stance != news.Affirms {
		out += ", " + string(s.Stance)
	}
	if s.SaidOn != "" {
		out += ", " + s.SaidOn
	}
	return out
}

func TestWhoseWords(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // among the lines of its statements
	}{
		{"“The bridge is safe and the ferry will sail,” Mara Adler wrote on her page, saying that “the board knew.”", []string{"Mara Adler"}},
		{"Mara Adler met reporters. The bridge, she said, had been closed by three engineers.", []string{"Mara Adler"}},
		{"Mara Adler left. According to the excerpts, she argued that the board should not close the bridge.", []string{"the excerpts", "Mara Adler < the excerpts"}},
		{"Senator Mara Adler, D-N.Y., and Rep. Robert Quist, D-Mass., both called Tuesday for a delay of the vote.", []string{"Mara Adler & Robert Quist, 2031-05-06"}},
		{"The mayor, Mara Adler, said after the report came out that she would close the bridge.", []string{"Mara Adler"}},
		{"The Harbour Board said on Monday its engineers had found rust, and warned of new fees if the bridge were closed.", []string{"Harbour Board, conditional, 2031-05-05"}},
		{"The board closed the bridge after warnings from the Pilots Guild that the ferry might sink.", []string{"Pilots Guild"}},
		{"Robert Quist said the e-mails belied the Harbour Board’s insistence that it had changed only one word.", []string{"Harbour Board"}},
		{"Inspector Robert Quist said the old bridge was unsafe, a claim that Mara Adler, the mayor, denied.", []string{"Robert Quist", "Mara Adler, denies"}},
		{"Mara Adler refused to acknowledge that the bridge was unsafe.", []string{"Mara Adler, declines"}},
		{"Mara Adler said claims that the bridge was unsafe were false.", []string{"Mara Adler, denies"}},
		{"If the board closes the bridge, Mara Adler has promised to resign from it.", []string{"Mara Adler, conditional"}},
		{"A memo obtained by the Northgate Post says the bridge is unsafe.", []string{"A memo < Northgate Post"}},
		{"The Northgate Post reported last week, citing unnamed sources, that the bridge was unsafe.", []string{"Northgate Post"}},
		{"The board issued a strong denial on Monday.", []string{"The board, denies, 2031-05-05"}},
		{"“The bridge is safe,” Mara Adler said. She made the remarks on Monday.", []string{"Mara Adler, 2031-05-05"}},
	} {
		x := Article(news.Article{ID: "a", Language: "en", Text: test.text, Published: news.Date{Time: time.Date(2031, 5, 7, 0, 0, 0, 0, time.UTC)}})
		var got []string
		for i := range x.Statements {
			got = append(got, line(&x.Statements[i]))
		}
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is not among\n\t%s", test.text, want, strings.Join(got, "\n\t"))
			}
		}
	}
}

func TestWhoDidNotSpeak(t *testing.T) {
	for _, text := range []string{
		"There is no evidence in the e-mails that Robert Quist himself objected to the bridge.",
		"Mara Adler said that Robert Quist could have stated his terms.",
		"Mara Adler said the march showed how divided the town was.",
		"Mara Adler said the board had denied entry to the ship.",
	} {
		x := Article(news.Article{ID: "a", Language: "en", Text: text})
		for i := range x.Statements {
			if name := x.Statements[i].Voice.Name; name != "Mara Adler" {
				t.Errorf("%s: %q speaks", text, name)
			}
		}
	}
}
