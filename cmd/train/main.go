// Command train trains the models that hearsay embeds, from named data:
//
//	go run ./cmd/train NAME [-data DIR]
//
// Training is deterministic: the same data and seed give the same bytes.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// trainers are filled in by the files of this folder, one a model.
var trainers = map[string]func(data string, args []string) error{}

func main() {
	data := flag.String("data", "../shared/data", "folder of the training data")
	flag.Usage = func() {
		fmt.Fprintf(os.Stderr, "usage: train [-data DIR] NAME\nmodels: %s\n", strings.Join(slices.Sorted(maps.Keys(trainers)), " "))
	}
	flag.Parse()
	train := trainers[flag.Arg(0)]
	if train == nil {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data, flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
