package dates

import (
	"bufio"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed rules/*.rules
var ruleFiles embed.FS

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

func loadGrammar() (*grammar, error) {
	g := newGrammar()
	files, err := ruleFiles.ReadDir("rules")
	if err != nil {
		return nil, err
	}
	for _, f := range files { // sorted by name
		data, err := ruleFiles.ReadFile("rules/" + f.Name())
		if err != nil {
			return nil, err
		}
		if err := g.read(f.Name(), string(data)); err != nil {
			return nil, err
		}
	}
	if err := g.compile(); err != nil {
		return nil, err
	}
	return g, nil
}

func (g *grammar) symbol(name string) symbol {
	s, ok := g.symbols[name]
	if !ok {
		s = symbol(len(g.symbols) + 1)
		g.symbols[name] = s
	}
	return s
}

// read takes in one rule file; rules/README.md describes the form.
func (g *grammar) read(file, data string) error {
	var section, name string
	var into field
	var common []feature
	n := 0
	for lines := bufio.NewScanner(strings.NewReader(data)); lines.Scan(); {
		n++
		line := lines.Text()
		if i := strings.Index(line, "#"); i >= 0 {
			line = line[:i]
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		fail := func(why string) error { return fmt.Errorf("%s:%d: %s", file, n, why) }
		if line[0] != ' ' && line[0] != '\t' {
			words := strings.Fields(line)
			section, common = words[0], nil
			switch {
			case section == "class" && len(words) == 3:
				f, ok := fieldNames[words[2]]
				if !ok {
					return fail("no field " + words[2])
				}
				name, into = words[1], f
				g.classes[name] = f
			case section == "numbers" && len(words) == 2:
				name = words[1]
			case section == "phrase" && len(words) == 2:
				name = words[1]
			case section == "rules":
				fs, err := g.features(words[1:])
				if err != nil {
					return fail(err.Error())
				}
				common = fs
			default:
				return fail("want class NAME FIELD, phrase NAME, numbers KIND or rules FEATURE…")
			}
			continue
		}
		var err error
		switch section {
		case "class":
			err = g.readClass(name, into, line)
		case "numbers":
			err = g.readNumbers(name, line)
		case "phrase", "rules":
			var p pattern
			if p, err = g.parsePattern(line); err == nil {
				if section == "phrase" {
					g.phrases[name] = append(g.phrases[name], p)
				} else {
					g.rules = append(g.rules, rule{file, n, p, common})
				}
			}
		default:
			err = fmt.Errorf("a line before any section")
		}
		if err != nil {
			return fail(err.Error())
		}
	}
	return nil
}

// readClass reads "january jan. = 1".
func (g *grammar) readClass(class string, into field, line string) error {
	words, values, ok := strings.Cut(line, "=")
	if !ok {
		return fmt.Errorf("want WORD … = VALUE")
	}
	v := strings.Fields(values)
	if len(v) == 0 {
		return fmt.Errorf("want WORD … = VALUE")
	}
	value, err := g.constant(v[0])
	if err != nil {
		return err
	}
	more, err := g.features(v[1:])
	if err != nil {
		return err
	}
	for _, w := range strings.Fields(words) {
		g.addWord(w, symbolValue{sym: g.symbol(class), field: into, value: value, more: more})
	}
	return nil
}

// readNumbers reads "twenty = 20" in the sections cardinals, scales, ordinals.
func (g *grammar) readNumbers(kind, line string) error {
	words, value, ok := strings.Cut(line, "=")
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if !ok || err != nil {
		return fmt.Errorf("want WORD … = NUMBER")
	}
	for _, w := range strings.Fields(words) {
		g.word(w).number = &numberWord{value: int32(n), scale: kind == "scales", ordinal: kind == "ordinals"}
	}
	return nil
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

func (g *grammar) constant(s string) (int32, error) {
	if c, ok := g.names[s]; ok {
		return c, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("no value %q", s)
	}
	return int32(n), nil
}

func (g *grammar) features(words []string) ([]feature, error) {
	var out []feature
	for _, w := range words {
		name, value, ok := strings.Cut(w, "=")
		f, known := fieldNames[name]
		if !ok || !known {
			return nil, fmt.Errorf("no feature %q", w)
		}
		v, err := g.constant(value)
		if err != nil {
			return nil, err
		}
		out = append(out, feature{f, v})
	}
	return out, nil
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

// figures returns the readings of a number in figures.
func (g *grammar) figures(n, frac int32, figures, decimal int, plain, zero bool) []symbolValue {
	b := &g.builtin
	s := make([]symbolValue, 0, 6)
	num := symbolValue{sym: b.number, field: fieldCount, value: n}
	if frac != 0 {
		num.more = []feature{{fieldFrac, frac}}
	}
	s = append(s, num)
	if decimal == 2 && n <= 24 && frac < 60 {
		s = append(s, symbolValue{sym: b.dottedClock, field: fieldHour, value: n, more: []feature{{fieldMinute, frac}}})
	}
	if !plain {
		return s
	}
	if n >= 1 && n <= 31 && figures <= 2 {
		s = append(s, symbolValue{sym: b.dayNumber, field: fieldDay, value: n})
	}
	if n <= 24 && figures <= 2 {
		s = append(s, symbolValue{sym: b.hour, field: fieldHour, value: n})
	}
	if figures == 2 {
		s = append(s, symbolValue{sym: b.shortYear, field: fieldYear2, value: n})
	}
	if figures == 4 {
		if n >= 1000 && n < 2200 {
			s = append(s, symbolValue{sym: b.year, field: fieldYear, value: n})
		}
		if n/100 < 24 && n%100 < 60 {
			s = append(s, symbolValue{sym: b.fourFigures, field: fieldHour, value: n / 100, more: []feature{{fieldMinute, n % 100}}})
		}
	}
	return s
}

// ordinals returns the readings of "3rd" and "third".
func (g *grammar) ordinals(n int32) []symbolValue {
	s := []symbolValue{{sym: g.builtin.ordinal, field: fieldOrdinal, value: n}}
	if n >= 1 && n <= 31 {
		s = append(s, symbolValue{sym: g.builtin.dayNumber, field: fieldDay, value: n})
	}
	return s
}

// decades returns the readings of "1990s" and "'90s".
func (g *grammar) decades(n int32, figures int) []symbolValue {
	if figures == 2 {
		return []symbolValue{{sym: g.builtin.shortDecade, field: fieldDecade, value: (n + 1900) / 10}}
	}
	if figures == 4 && n%100 == 0 && n < 2000 {
		return []symbolValue{{sym: g.builtin.decade, field: fieldCentury, value: n/100 + 1}}
	}
	return []symbolValue{{sym: g.builtin.decade, field: fieldDecade, value: n / 10}}
}

func (g *grammar) isDash(t *token) bool { return len(t.syms) == 1 && t.syms[0].sym == g.dash[0].sym }
