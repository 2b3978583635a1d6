package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/speech"
)

func init() { measures["speech"] = measureSpeech }

// measureSpeech finds the statements of the development articles and compares
// them with the annotated ones, as score/attribution.py does.
func measureSpeech(shared string) ([]Score, error) {
	articles, err := speech.ReadAttributions(filepath.Join(shared, "data/attribution/dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var all speech.Measures
	words, took := 0, time.Duration(0)
	for i, a := range articles {
		if i == 0 {
			speech.Extract(english.Annotate(a.Text), nil) // loads the models
		}
		start := time.Now()
		doc := english.Annotate(a.Text)
		found := speech.Extract(doc, nil)
		took += time.Since(start)
		words += len(doc.Words)
		all.Add(speech.Measure(a.Text, a.Attributions, found))
	}
	var scores []Score
	add := func(name string, t speech.Tally) {
		p, r, f := t.PRF()
		scores = append(scores, Score{name + " P", p}, Score{name + " R", r}, Score{name + " F1", f})
	}
	for r, role := range []string{"source", "cue", "content"} {
		add(fmt.Sprintf("speech exact %s", role), all.Exact[r])
	}
	for r, role := range []string{"source", "cue", "content"} {
		add(fmt.Sprintf("speech words of %s", role), all.Words[r])
	}
	add("speech linked, all", all.All)
	add("speech linked, direct", all.Direct)
	add("speech linked, mixed", all.Mixed)
	add("speech linked, indirect", all.In)
	return append(scores, Score{"speech words/s, one core", float64(words) / took.Seconds()}), nil
}
