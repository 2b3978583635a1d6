package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/speech"
)

func init() { trainers["speech"] = trainSpeech }

// trainSpeech trains the finder of statements:
//
//	go run ./cmd/train [-data DIR] speech [-out FILE]
func trainSpeech(data string, args []string) error {
	flags := flag.NewFlagSet("speech", flag.ContinueOnError)
	out := flags.String("out", "speech/model/speech.bin", "where the model goes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	articles, err := speech.ReadAttributions(filepath.Join(data, "attribution/train.jsonl"))
	if err != nil {
		return err
	}
	var examples []speech.Example
	for _, a := range articles {
		examples = append(examples, speech.Example{Doc: english.Annotate(a.Text), Gold: a.Attributions})
	}
	var b bytes.Buffer
	if err := speech.Train(examples, speech.Options{Log: os.Stderr}).Write(&b); err != nil {
		return err
	}
	return os.WriteFile(*out, b.Bytes(), 0o644)
}
