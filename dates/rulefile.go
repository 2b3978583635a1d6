package dates

import (
	"bufio"
	"embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed rules/*.rules
var ruleFiles embed.FS

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
