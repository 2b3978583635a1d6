package annotate

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/speech"
	"github.com/hearsay-news/hearsay/voices"
)

// load reads some articles of the development data, if it is there.
func load(b *testing.B) []news.Article {
	f, err := os.Open("../../shared/data/attribution/dev.jsonl")
	if err != nil {
		b.Skip("no development data at ../shared")
	}
	defer f.Close()
	var out []news.Article
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() && len(out) < 20 {
		var r struct{ Text string }
		if json.Unmarshal(s.Bytes(), &r) == nil {
			out = append(out, intake.FromText(r.Text, intake.Options{}))
		}
	}
	return out
}

func BenchmarkArticle(b *testing.B) {
	articles := load(b)
	n := 0
	for _, a := range articles {
		n += len(a.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			Article(a)
		}
	}
}

func BenchmarkVoices(b *testing.B) {
	articles := load(b)
	docs := make([]*english.Document, len(articles))
	said := make([][]news.Statement, len(articles))
	n := 0
	for i, a := range articles {
		n += len(a.Text)
		docs[i] = english.Annotate(a.Text)
		said[i] = speech.Nested(docs[i], speech.Extract(docs[i], a.Blocks))
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for i, doc := range docs {
			speech.Stances(doc, said[i])
			speech.Relays(doc, said[i])
			voices.Within(doc, said[i], articles[i])
			speech.Follow(doc, said[i], nil)
		}
	}
}
