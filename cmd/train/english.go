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
	epochs := flags.Int("epochs", 8, "passes over the data")
	out := flags.String("out", "english/model/english.bin", "where the model goes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := english.Training{Epochs: *epochs, Log: os.Stderr}
	for _, name := range []string{"ewt-train.conllu", "gum-train.conllu"} {
		s, err := readConllu(filepath.Join(data, "syntax", name))
		if err != nil {
			return err
		}
		t.Gold = append(t.Gold, s...)
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
