package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/english/gum"
)

func init() { trainers["names"] = trainNames }

// trainNames trains the model of names on GUM's training part.
func trainNames(data string, args []string) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	out := flags.String("out", "english/names/names.bin", "the model file")
	epochs := flags.Int("epochs", 8, "how often the texts are read")
	if err := flags.Parse(args); err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(data, "syntax", "gum-train.conllu"))
	if err != nil {
		return err
	}
	defer f.Close()
	texts, err := gum.Read(f)
	if err != nil {
		return err
	}
	t := english.NameTraining{Epochs: *epochs, Log: os.Stderr}
	for i := range texts {
		t.Texts = append(t.Texts, texts[i].Document())
	}
	var b bytes.Buffer
	if err := english.TrainNames(&b, t); err != nil {
		return err
	}
	return os.WriteFile(*out, b.Bytes(), 0o644)
}
