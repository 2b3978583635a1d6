package speech

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestReadAttributions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	line := `{"id":"1","text":"“Né,” Ada said.","attributions":[{"source":[[6,9]],"cue":[[10,14]],"content":[[0,5],[90,99]]}]}` + "\n"
	if err := os.WriteFile(path, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	all, err := ReadAttributions(path)
	if err != nil || len(all) != 1 || len(all[0].Attributions) != 1 {
		t.Fatal(all, err)
	}
	a, text := all[0].Attributions[0], all[0].Text
	for _, c := range []struct {
		spans []news.Span
		want  string
	}{{a.Source, "Ada"}, {a.Cue, "said"}, {a.Content, "“Né,”"}} {
		if len(c.spans) != 1 || c.spans[0].In(text) != c.want {
			t.Errorf("%v, want %q", c.spans, c.want)
		}
	}
	if err := os.WriteFile(path, []byte(line+`{"id":`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadAttributions(path); err == nil {
		t.Error("a record that breaks off is no error")
	}
}
