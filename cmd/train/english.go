package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

func init() { trainers["english"] = trainEnglish }

// trainEnglish trains the tagger, parser and lemmatizer:
//
//	go run ./cmd/train [-data DIR] english [-epochs N] [-from MODEL] [-extra DIR] [-out FILE]
func trainEnglish(data string, args []string) error {
	flags := flag.NewFlagSet("english", flag.ContinueOnError)
	epochs := flags.Int("epochs", 6, "passes over the data")
	rate := flags.Float64("rate", 0.002, "rate of learning")
	extra := flags.String("extra", "", "folder of CoNLL-U files of another parser to learn from too")
	weight := flags.Float64("weight", 1, "of a word of -extra, against one of the treebanks")
	from := flags.String("from", "", "model to train on from, in place of a new one")
	least := flags.Float64("least", 0.7, "of -extra, leave out sentences with a lower \"# confidence\"")
	dev := flags.Bool("dev", false, "measure on the development files after each epoch")
	out := flags.String("out", "english/model/english.bin", "where the model goes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := english.Training{Epochs: *epochs, Rate: *rate, ExtraWeight: *weight, Seed: 1, Log: os.Stderr}
	for _, name := range []string{"ewt-train.conllu", "gum-train.conllu"} {
		s, err := english.ReadConlluFile(filepath.Join(data, "syntax", name))
		if err != nil {
			return err
		}
		t.Gold = append(t.Gold, s...)
		if name == "gum-train.conllu" { // the smaller treebank, and the nearer to news
			t.Again = s
		}
	}
	if *dev {
		for _, name := range []string{"ewt-dev.conllu", "gum-dev.conllu"} {
			s, err := english.ReadConlluFile(filepath.Join(data, "syntax", name))
			if err != nil {
				return err
			}
			t.Dev = append(t.Dev, s...)
		}
	}
	if *extra != "" {
		names, err := filepath.Glob(filepath.Join(*extra, "*.conllu"))
		if err != nil || len(names) == 0 {
			return fmt.Errorf("%s: no .conllu files (%v)", *extra, err)
		}
		for _, name := range names {
			s, err := english.ReadConlluFile(name)
			if err != nil {
				return err
			}
			for _, s := range s {
				if confidence(s) >= *least {
					t.Extra = append(t.Extra, s)
				}
			}
		}
	}
	if *from != "" {
		var err error
		if t.From, err = os.ReadFile(*from); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := english.Train(&b, t); err != nil {
		return err
	}
	return os.WriteFile(*out, b.Bytes(), 0o644)
}

// confidence is how sure the parser was of a sentence by its comments, 1 where
// they do not say.
func confidence(s *english.ConlluSentence) float64 {
	for _, c := range s.Comments {
		if text, ok := strings.CutPrefix(c, "# confidence = "); ok {
			if v, err := strconv.ParseFloat(text, 64); err == nil {
				return v
			}
		}
	}
	return 1
}
