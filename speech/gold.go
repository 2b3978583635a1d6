package speech

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/hearsay-news/hearsay/news"
)

// Attribution is an annotated statement: the spans of its three roles.
type Attribution struct{ Source, Cue, Content []news.Span }

// Annotated is an article with its attributions, as training and measuring need it.
type Annotated struct {
	ID, Title, Text string
	Attributions    []Attribution
}

// ReadAttributions reads JSON Lines of {"id","title","text","attributions":
// [{"source","cue","content": [[s,e]..]}]}, offsets in code points.
func ReadAttributions(path string) ([]Annotated, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Annotated
	in := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for {
		var rec struct {
			ID, Title, Text string
			Attributions    []struct{ Source, Cue, Content [][2]int }
		}
		if err := in.Decode(&rec); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", path, len(all)+1, err)
		}
		bytesAt := make([]int, 0, len(rec.Text)+1)
		for i := range rec.Text {
			bytesAt = append(bytesAt, i)
		}
		bytesAt = append(bytesAt, len(rec.Text))
		spans := func(pairs [][2]int) (out []news.Span) {
			for _, p := range pairs {
				if 0 <= p[0] && p[0] < p[1] && p[1] < len(bytesAt) {
					out = append(out, news.Span{Start: bytesAt[p[0]], End: bytesAt[p[1]]})
				}
			}
			return out
		}
		a := Annotated{ID: rec.ID, Title: rec.Title, Text: rec.Text}
		for _, x := range rec.Attributions {
			a.Attributions = append(a.Attributions, Attribution{spans(x.Source), spans(x.Cue), spans(x.Content)})
		}
		all = append(all, a)
	}
}
