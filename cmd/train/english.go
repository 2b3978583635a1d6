package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/english"
)

func init() { trainers["english"] = trainEnglish }

// trainEnglish trains the tagger, parser and lemmatizer:
//
//	go run ./cmd/train [-data DIR] english [-epochs N] [-out FILE]
func trainEnglish(data string, args []string) error {
	flags := flag.NewFlagSet("english", flag.ContinueOnError)
	epochs := flags.Int("epochs", 6, "passes over the data")
	rate := flags.Float64("rate", 0.002, "rate of learning")
	extra := flags.String("extra", "", "folder of CoNLL-U files of another parser to learn from too")
	weight := flags.Float64("weight", 1, "of a word of -extra, against one of the treebanks")
	share := flags.Int("share", 1, "train on each how many-th sentence only, to explore")
	dev := flags.Bool("dev", false, "measure on the development files after each epoch")
	out := flags.String("out", "english/model/english.bin", "where the model goes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := english.Training{Epochs: *epochs, Rate: *rate, ExtraWeight: *weight, Seed: 1, Log: os.Stderr}
	for _, name := range []string{"ewt-train.conllu", "gum-train.conllu"} {
		s, err := readConllu(filepath.Join(data, "syntax", name))
		if err != nil {
			return err
		}
		t.Gold = append(t.Gold, s...)
	}
	if *dev {
		for _, name := range []string{"ewt-dev.conllu", "gum-dev.conllu"} {
			s, err := readConllu(filepath.Join(data, "syntax", name))
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
			s, err := readConllu(name)
			if err != nil {
				return err
			}
			t.Extra = append(t.Extra, s...)
		}
	}
	if *share > 1 {
		for i := range t.Gold {
			if i%*share == 0 {
				t.Gold[i / *share] = t.Gold[i]
			}
		}
		t.Gold = t.Gold[:len(t.Gold) / *share]
	}
	var b bytes.Buffer
	if err := english.Train(&b, t); err != nil {
		return err
	}
	return os.WriteFile(*out, b.Bytes(), 0o644)
}

func readConllu(path string) ([]*english.ConlluSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []*english.ConlluSentence
	err = english.ReadConllu(f, func(s *english.ConlluSentence) error {
		all = append(all, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}
