package dates

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// symbol is a word or a class of words in the rules.
type symbol int32

// entry is what the rules know of a word.
type entry struct {
	word   string
	syms   []symbolValue
	lower  []symbolValue // what is left of it without a capital
	capped bool
	dotted bool // an abbreviation: a full stop after it belongs to it
	number *numberWord
}

// grammar is the rules, compiled: a graph of nodes that tokens lead through.
type grammar struct {
	symbols map[string]symbol
	entries []*entry // hash table, open addressing
	words   map[string]*entry
	nodes   []node
	start   map[symbol][]edge
	builtin struct {
		number, dayNumber, year, shortYear, hour, minute, fourFigures, ordinal, decade, shortDecade, clock, dottedClock, figureDate, quarter, half, fiscalYear symbol
	}
	comma, dash, possessive []symbolValue

	names   map[string]int32 // of values
	classes map[string]field
	phrases map[string][]pattern
	rules   []rule
}

type edge struct {
	sym      symbol
	field    field // where the class's value goes, fieldNone for its own field
	features []feature
	to       int32
}

type node struct {
	edges    []edge
	empty    []edge // without a token, while compiling
	onward   uint64 // digest of the symbols that edges bear, see digest
	accepts  bool
	features []feature
	rule     int32
}

// rule is one line of a rule file.
type rule struct {
	file string
	line int
	pattern
	features []feature
}

// english is the grammar of the embedded rule files.
var english = sync.OnceValue(func() *grammar {
	g, err := loadGrammar()
	if err != nil {
		panic("dates: " + err.Error()) // the files are part of the program and tested
	}
	return g
})

// newGrammar is a grammar without rules: what the lexer itself tells apart.
func newGrammar() *grammar {
	g := &grammar{symbols: map[string]symbol{}, words: map[string]*entry{}, classes: map[string]field{}, phrases: map[string][]pattern{}}
	b := &g.builtin
	for _, c := range []struct {
		name  string
		sym   *symbol
		field field
	}{
		{"NUM", &b.number, fieldCount}, {"DAY", &b.dayNumber, fieldDay}, {"YEAR", &b.year, fieldYear}, {"YY", &b.shortYear, fieldYear2},
		{"HOUR", &b.hour, fieldHour}, {"MINUTE", &b.minute, fieldMinute}, {"HHMM", &b.fourFigures, fieldHour}, {"ORDINAL", &b.ordinal, fieldOrdinal},
		{"DECADE", &b.decade, fieldDecade}, {"SHORTDECADE", &b.shortDecade, fieldDecade}, {"CLOCK", &b.clock, fieldHour}, {"DOTCLOCK", &b.dottedClock, fieldHour}, {"FIGUREDATE", &b.figureDate, fieldYear},
		{"Q", &b.quarter, fieldQuarter}, {"H", &b.half, fieldHalf}, {"FY", &b.fiscalYear, fieldYear},
	} {
		*c.sym = g.symbol(c.name)
		g.classes[c.name] = c.field
	}
	g.comma = []symbolValue{{sym: g.symbol(",")}}
	g.dash = []symbolValue{{sym: g.symbol("-")}}
	g.possessive = []symbolValue{{sym: g.symbol("'s")}}
	_, holidays := readHolidays()
	g.names = maps.Clone(constants)
	maps.Copy(g.names, holidays)
	return g
}

func (g *grammar) symbol(name string) symbol {
	s, ok := g.symbols[name]
	if !ok {
		s = symbol(len(g.symbols) + 1)
		g.symbols[name] = s
	}
	return s
}

func (g *grammar) word(w string) *entry {
	e := g.words[w]
	if e == nil {
		e = &entry{word: w}
		g.words[w] = e
	}
	return e
}

// addWord enters a word: "^may" only counts with a capital, "jan." may have a
// full stop.
func (g *grammar) addWord(w string, s symbolValue) {
	if strings.HasPrefix(w, "^") {
		w, s.capped = w[1:], true
	}
	dotted := strings.HasSuffix(w, ".")
	e := g.word(strings.TrimSuffix(w, "."))
	e.dotted = e.dotted || dotted
	e.syms = append(e.syms, s)
	if s.capped {
		e.capped = true
	} else {
		e.lower = append(e.lower, s)
	}
}

// literal returns the symbol of a word that a pattern names.
func (g *grammar) literal(w string) symbol {
	if s, ok := g.symbols[w]; ok {
		return s
	}
	s := g.symbol(w)
	g.addWord(w, symbolValue{sym: s})
	return s
}

// index puts the words into the hash table.
func (g *grammar) index() {
	size := 1
	for size < 4*len(g.words) {
		size *= 2
	}
	g.entries = make([]*entry, size)
	words := make([]string, 0, len(g.words))
	for w := range g.words {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		at := hash([]byte(w)) & uint32(size-1)
		for g.entries[at] != nil {
			at = (at + 1) & uint32(size-1)
		}
		g.entries[at] = g.words[w]
	}
}

func hash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

func (g *grammar) lookup(w []byte) *entry {
	mask := uint32(len(g.entries) - 1)
	for at := hash(w) & mask; g.entries[at] != nil; at = (at + 1) & mask {
		if g.entries[at].word == string(w) {
			return g.entries[at]
		}
	}
	return nil
}
