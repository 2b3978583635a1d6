package copying

import (
	"encoding/json"
	"io"

	"github.com/hearsay-news/hearsay/news"
)

// passageRecord is a copied passage at the edge; offsets are code points.
type passageRecord struct {
	Of           string `json:"of"`
	OfStart      int    `json:"of_start"`
	OfEnd        int    `json:"of_end"`
	In           string `json:"in"`
	InStart      int    `json:"in_start"`
	InEnd        int    `json:"in_end"`
	Quote        bool   `json:"quote"`
	Change       string `json:"change"`
	Undetermined bool   `json:"undetermined,omitempty"`
	Credited     bool   `json:"credited,omitempty"`
	Why          string `json:"why"`
}

// articleRecord is where an article is from, at the edge.
type articleRecord struct {
	ID     string  `json:"id"`
	Parent *string `json:"parent"` // null where there is none or it is hidden
	Source string  `json:"source,omitempty"`
	Hidden bool    `json:"hidden,omitempty"`
	Class  string  `json:"class"`
	Share  float64 `json:"share"`
	Why    string  `json:"why,omitempty"`
}

// Write writes a result as JSON Lines: the copied passages, then one line an
// article. articles are those that the result was found in.
func Write(w io.Writer, articles []news.Article, r Result) error {
	offsets := map[string]*news.Offsets{}
	for i := range articles {
		offsets[articles[i].ID] = news.NewOffsets(articles[i].Text)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, c := range r.Copies {
		of, in := offsets[c.Of], offsets[c.In]
		err := encoder.Encode(passageRecord{
			Of: c.Of, OfStart: of.At(c.OfSpan.Start), OfEnd: of.At(c.OfSpan.End),
			In: c.In, InStart: in.At(c.InSpan.Start), InEnd: in.At(c.InSpan.End),
			Quote: c.Quote, Change: c.Change, Undetermined: c.Undetermined, Credited: c.Credited, Why: c.Why,
		})
		if err != nil {
			return err
		}
	}
	for _, l := range r.Lineages {
		record := articleRecord{ID: l.Article, Hidden: l.Hidden, Class: l.Class, Share: l.Share, Why: l.Why}
		switch {
		case l.Hidden:
			record.Source = l.Parent
		case l.Parent != "":
			record.Parent = &l.Parent
		}
		if err := encoder.Encode(record); err != nil {
			return err
		}
	}
	return nil
}
