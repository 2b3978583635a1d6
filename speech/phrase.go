package speech

import (
	"regexp"
	"regexp/syntax"
	"strings"
)

// stancePhrase is an expression that tells the stance by itself.
type stancePhrase struct {
	op    op
	re    *regexp.Regexp
	needs []string // what matches has one of these; nil where that cannot be told
}

func readPhrases(text string) []stancePhrase {
	ops := map[string]op{"doubt": opDoubt, "decline": opDecline, "deny": opDeny, "if": opIf}
	var out []stancePhrase
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "phrase ")
		if !ok {
			continue
		}
		name, expr, _ := strings.Cut(rest, ":")
		p := stancePhrase{op: ops[name], re: regexp.MustCompile(strings.TrimSpace(expr))}
		if tree, err := syntax.Parse(p.re.String(), syntax.Perl); err == nil {
			p.needs = needs(tree)
		}
		out = append(out, p)
	}
	return out
}

// in reports whether the phrase stands in a text: what it needs is soon looked
// for, and most texts have nothing of it.
func (p *stancePhrase) in(text string) bool {
	for _, n := range p.needs {
		if strings.Contains(text, n) {
			return p.re.MatchString(text)
		}
	}
	return p.needs == nil && p.re.MatchString(text)
}

// needs gives strings of which every match of an expression has at least one,
// the longest that can be told; nil where none can.
func needs(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return needs(re.Sub[0])
	case syntax.OpAlternate:
		var all []string
		for _, s := range re.Sub {
			one := needs(s)
			if one == nil {
				return nil
			}
			all = append(all, one...)
		}
		return all
	case syntax.OpConcat:
		var best []string
		for _, s := range re.Sub {
			if one := needs(s); one != nil && (best == nil || shortest(one) > shortest(best)) {
				best = one
			}
		}
		return best
	}
	return nil
}

func shortest(list []string) int {
	n := len(list[0])
	for _, s := range list[1:] {
		n = min(n, len(s))
	}
	return n
}
