// Command evaluate measures hearsay on the development data and fails where a
// score falls below its floor:
//
//	go run ./cmd/evaluate [-shared ../shared] [NAME …]
//
// Floors stand in floors.json. They are raised with each gain; lowering one
// needs a reason in the commit.
package main

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
)

// Score is one measured figure: percent, or what its name says.
type Score struct {
	Name  string
	Value float64
}

// measures are filled in by the files of this folder, one a room. A measure
// gets the folder that holds data/ and score/.
var measures = map[string]func(shared string) ([]Score, error){}

//go:embed floors.json
var floorsJSON []byte

func main() {
	shared := flag.String("shared", "../shared", "folder that holds data/ and score/")
	flag.Parse()
	var floors map[string]float64
	if err := json.Unmarshal(floorsJSON, &floors); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate: floors.json:", err)
		os.Exit(1)
	}
	if _, err := os.Stat(*shared); err != nil {
		fmt.Fprintf(os.Stderr, "evaluate: no data at %s; nothing is measured\n", *shared)
		return
	}
	names := flag.Args()
	if len(names) == 0 {
		names = slices.Sorted(maps.Keys(measures))
	}
	failed := false
	for _, name := range names {
		measure := measures[name]
		if measure == nil {
			fmt.Fprintf(os.Stderr, "evaluate: no measure %q; there are: %v\n", name, slices.Sorted(maps.Keys(measures)))
			os.Exit(2)
		}
		scores, err := measure(*shared)
		if err != nil {
			fmt.Fprintf(os.Stderr, "evaluate: %s: %v\n", name, err)
			failed = true
			continue
		}
		for _, s := range scores {
			floor, pinned := floors[s.Name]
			verdict := ""
			switch {
			case pinned && s.Value < floor:
				verdict, failed = "BELOW", true
			case pinned:
				verdict = "ok"
			}
			fmt.Printf("%-44s %8.2f  floor %8.2f  %s\n", s.Name, s.Value, floor, verdict)
		}
	}
	if failed {
		os.Exit(1)
	}
}
