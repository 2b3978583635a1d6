package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/english/gum"
	"github.com/hearsay-news/hearsay/news"
)

func init() { trainers["names"] = trainNames }

// trainNames trains the models of names: the first pass on news that
// english/names/silver.py has labelled, the second on GUM's training part.
func trainNames(data string, args []string) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	out := flags.String("out", "english/names/names.bin", "the model file")
	silver := flags.String("silver", "silver.jsonl", "what english/names/silver.py wrote")
	epochs := flags.Int("epochs", 8, "how often GUM is read")
	silverEpochs := flags.Int("silver-epochs", 5, "how often the silver is read")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := english.NameTraining{Epochs: *epochs, SilverEpochs: *silverEpochs, Log: os.Stderr}
	if err := fromFile(*silver, func(r io.Reader) (err error) {
		t.Silver, err = readSilver(r)
		return err
	}); err != nil {
		return err
	}
	if err := fromFile(filepath.Join(data, "syntax", "gum-train.conllu"), func(r io.Reader) error {
		texts, err := gum.Read(r)
		for i := range texts {
			t.Texts = append(t.Texts, texts[i].Document())
		}
		return err
	}); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := english.TrainNames(&b, t); err != nil {
		return err
	}
	return os.WriteFile(*out, b.Bytes(), 0o644)
}

func fromFile(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := read(f); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// readSilver reads JSON Lines of {"text","names":[[start,end,type]]}, offsets in
// bytes.
func readSilver(r io.Reader) ([]english.SilverText, error) {
	var texts []english.SilverText
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var line struct {
			Text  string
			Names [][3]any
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(texts)+1, err)
		}
		t := english.SilverText{Text: line.Text}
		for _, n := range line.Names {
			start, _ := n[0].(float64)
			end, _ := n[1].(float64)
			if start < 0 || end <= start || int(end) > len(line.Text) {
				return nil, fmt.Errorf("line %d: a name at %v", len(texts)+1, n)
			}
			name := english.Name{Span: news.Span{Start: int(start), End: int(end)}}
			switch n[2] {
			case "person":
				name.Type = english.PersonName
			case "organisation":
				name.Type = english.OrganisationName
			case "place":
				name.Type = english.PlaceName
			}
			t.Names = append(t.Names, name)
		}
		texts = append(texts, t)
	}
	return texts, lines.Err()
}
