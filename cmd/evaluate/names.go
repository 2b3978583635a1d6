package main

import (
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/english/gum"
)

func init() { measures["names"] = measureNames }

// measureNames measures names on the development part of GUM, whose words are
// given: F1 of spans with their types, each exactly equal, over the named
// persons, organisations and places. What the names are is read from the
// corpus's Entity spans, as package gum tells. "names" is over the news,
// interviews and biographies.
func measureNames(shared string) ([]Score, error) {
	f, err := os.Open(filepath.Join(shared, "data", "syntax", "gum-dev.conllu"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	texts, err := gum.Read(f)
	if err != nil {
		return nil, err
	}
	var all, bare tally
	types := map[english.NameType]*tally{english.PersonName: {}, english.OrganisationName: {}, english.PlaceName: {}}
	genres := map[string]*tally{"news": {}, "interview": {}, "bio": {}}
	for i := range texts {
		t := &texts[i]
		genre := genres[t.Genre()]
		if genre == nil {
			continue
		}
		want := map[gum.Name]bool{}
		spans := map[[2]int]bool{}
		for _, n := range t.Names {
			if types[n.Type] == nil {
				continue
			}
			want[n], spans[[2]int{n.First, n.Last}] = true, true
			for _, y := range []*tally{&all, &bare, types[n.Type], genre} {
				y.wanted++
			}
		}
		for _, n := range english.AnnotateWords(t.Words()).Names {
			if types[n.Type] == nil {
				continue
			}
			hit := want[gum.Name{First: int(n.First), Last: int(n.Last), Type: n.Type}]
			for _, y := range []*tally{&all, types[n.Type], genre} {
				y.count(hit)
			}
			bare.count(spans[[2]int{int(n.First), int(n.Last)}])
		}
	}
	return []Score{
		{"names", all.f1()},
		{"names, spans only", bare.f1()},
		{"names of persons", types[english.PersonName].f1()},
		{"names of organisations", types[english.OrganisationName].f1()},
		{"names of places", types[english.PlaceName].f1()},
		{"names in news", genres["news"].f1()},
		{"names in interviews", genres["interview"].f1()},
		{"names in biographies", genres["bio"].f1()},
	}, nil
}

// tally counts what was found against what was wanted.
type tally struct{ hit, found, wanted int }

func (t *tally) count(hit bool) {
	t.found++
	if hit {
		t.hit++
	}
}

// f1 is in percent.
func (t *tally) f1() float64 { return 200 * float64(t.hit) / float64(max(1, t.found+t.wanted)) }
