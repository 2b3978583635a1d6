package dates

import (
	"fmt"
	"strings"
)

// pattern is a parsed line: parts that follow each other.
type pattern []part

// part is a word or class, a phrase, features, or a choice of patterns.
type part struct {
	word     string
	field    field // for CLASS>field
	phrase   string
	features []feature
	choice   []pattern
}

func (g *grammar) parsePattern(line string) (pattern, error) {
	for _, mark := range []string{"[", "]", "(", ")", "|", "{", "}"} {
		line = strings.ReplaceAll(line, mark, " "+mark+" ")
	}
	p := &patternParser{g: g, words: strings.Fields(line)}
	out, err := p.sequence("")
	if err == nil && p.at < len(p.words) {
		err = fmt.Errorf("unexpected %q", p.words[p.at])
	}
	return out, err
}

type patternParser struct {
	g     *grammar
	words []string
	at    int
}

// choices reads "a | b ]" up to the closing mark.
func (p *patternParser) choices(closing string) ([]pattern, error) {
	var out []pattern
	for {
		s, err := p.sequence(closing)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		if p.at >= len(p.words) {
			return nil, fmt.Errorf("missing %q", closing)
		}
		p.at++
		if p.words[p.at-1] == closing {
			return out, nil
		}
	}
}

func (p *patternParser) sequence(closing string) (pattern, error) {
	var out pattern
	for p.at < len(p.words) {
		w := p.words[p.at]
		if w == closing || w == "|" && closing != "" {
			return out, nil
		}
		p.at++
		switch {
		case w == "[":
			c, err := p.choices("]")
			if err != nil {
				return nil, err
			}
			out = append(out, part{choice: append(c, pattern{})})
		case w == "(":
			c, err := p.choices(")")
			if err != nil {
				return nil, err
			}
			out = append(out, part{choice: c})
		case w == "{":
			end := p.at
			for end < len(p.words) && p.words[end] != "}" {
				end++
			}
			if end == len(p.words) {
				return nil, fmt.Errorf("missing }")
			}
			fs, err := p.g.features(p.words[p.at:end])
			if err != nil {
				return nil, err
			}
			out = append(out, part{features: fs})
			p.at = end + 1
		case w == "]" || w == ")" || w == "}" || w == "|":
			return nil, fmt.Errorf("unexpected %q", w)
		case strings.HasPrefix(w, "<") && strings.HasSuffix(w, ">"):
			out = append(out, part{phrase: w[1 : len(w)-1]})
		default:
			name, into, ok := strings.Cut(w, ">")
			f := fieldNone
			if ok {
				if f = fieldNames[into]; f == fieldNone {
					return nil, fmt.Errorf("no field %q", into)
				}
			}
			out = append(out, part{word: name, field: f})
		}
	}
	return out, nil
}

// compile builds the graph and the table of words.
func (g *grammar) compile() error {
	for i := range g.rules {
		r := &g.rules[i]
		fail := func(err error) error { return fmt.Errorf("%s:%d: %w", r.file, r.line, err) }
		from := g.newNode()
		g.nodes[0].empty = append(g.nodes[0].empty, edge{features: r.features, to: from})
		end, err := g.build(r.pattern, from, 0)
		if err != nil {
			return fail(err)
		}
		g.nodes[end].accepts, g.nodes[end].rule = true, int32(i)
	}
	g.flatten()
	g.start = map[symbol][]edge{}
	if g.nodes[0].accepts {
		return fmt.Errorf("a rule matches nothing at all")
	}
	for _, e := range g.nodes[0].edges {
		g.start[e.sym] = append(g.start[e.sym], e)
	}
	g.index()
	return nil
}

func (g *grammar) newNode() int32 {
	if len(g.nodes) == 0 {
		g.nodes = append(g.nodes, node{})
	}
	g.nodes = append(g.nodes, node{})
	return int32(len(g.nodes) - 1)
}

const deepest = 8 // phrases within phrases

func (g *grammar) build(p pattern, from int32, depth int) (int32, error) {
	if depth > deepest {
		return 0, fmt.Errorf("phrases nested too deeply")
	}
	for _, x := range p {
		to := g.newNode()
		switch {
		case x.word != "":
			var s symbol
			if isClass(x.word) {
				if _, ok := g.classes[x.word]; !ok {
					return 0, fmt.Errorf("no class %s", x.word)
				}
				s = g.symbol(x.word)
			} else {
				s = g.literal(x.word)
			}
			g.nodes[from].edges = append(g.nodes[from].edges, edge{sym: s, field: x.field, to: to})
		case x.phrase != "":
			c, ok := g.phrases[x.phrase]
			if !ok {
				return 0, fmt.Errorf("no phrase %s", x.phrase)
			}
			if err := g.branch(c, from, to, depth); err != nil {
				return 0, err
			}
		case x.features != nil:
			g.nodes[from].empty = append(g.nodes[from].empty, edge{features: x.features, to: to})
		default:
			if err := g.branch(x.choice, from, to, depth); err != nil {
				return 0, err
			}
		}
		from = to
	}
	return from, nil
}

func (g *grammar) branch(c []pattern, from, to int32, depth int) error {
	for _, p := range c {
		end, err := g.build(p, from, depth+1)
		if err != nil {
			return err
		}
		g.nodes[end].empty = append(g.nodes[end].empty, edge{to: to})
	}
	return nil
}

func isClass(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }

// flatten replaces the edges without a token: each node gets the edges it can
// reach, with the features met on the way.
func (g *grammar) flatten() {
	flat := make([]node, len(g.nodes))
	for i := range g.nodes {
		out := &flat[i]
		var reach func(at int32, seen []feature)
		reach = func(at int32, seen []feature) {
			n := &g.nodes[at]
			if n.accepts && !out.accepts {
				out.accepts, out.rule, out.features = true, n.rule, append([]feature(nil), seen...)
			}
			for _, e := range n.edges {
				e.features = append([]feature(nil), seen...)
				out.edges = append(out.edges, e)
			}
			for _, e := range n.empty {
				reach(e.to, append(seen[:len(seen):len(seen)], e.features...))
			}
		}
		reach(int32(i), nil)
		for _, e := range out.edges {
			out.onward |= digest(e.sym)
		}
	}
	g.nodes = flat
}
