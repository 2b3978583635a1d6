package intake

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// A rule is one phrase of the rule files, written out: what a line has to read
// like to be metadata or furniture. The files say how phrases are written.
type rule struct {
	section *section
	tokens  []string // words, "...", "<name>", "<number>"
}

// A section is a group of phrases with one meaning.
type section struct {
	kind news.BlockKind
	why  string
	flag map[string]bool
	most int // words that a line may have
}

// ruleBook finds the phrases that a line may match by the line's first word,
// or, where a phrase begins with a gap, by the first word of the phrase.
type ruleBook struct {
	byFirst map[string][]rule
	byLater map[string][]rule
}

//go:embed rules/lines.txt
var lineRules string

//go:embed rules/agencies.txt
var agencyNames string

//go:embed rules/sections.txt
var sectionNames string

//go:embed rules/outlets.txt
var outletNames string

// The rules are read when they are first needed: programs that read no article
// start without them.
var lineBook = sync.OnceValue(func() *ruleBook { return mustParseRules(lineRules) })

// agencies maps the words of an agency's name, in lower case, to the name.
var agencies = sync.OnceValue(func() map[string]string { return namesIn(agencyNames) })

// sectionWords are the words that names of news sections are made of.
var sectionWords = sync.OnceValue(func() map[string]string { return namesIn(sectionNames) })

// outletWords are words that names of outlets are made of.
var outletWords = sync.OnceValue(func() map[string]string { return namesIn(outletNames) })

// namesIn reads a list of names, one a line; "# …" is a comment.
func namesIn(list string) map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			names[strings.Join(wordsOf(line), " ")] = line
		}
	}
	return names
}

// wordsOf are the words of s in lower case without punctuation around them.
func wordsOf(s string) []string {
	var words []string
	for _, w := range lineWords(s, 1<<30) {
		words = append(words, w.lower)
	}
	return words
}

// mustParseRules panics on a bad file: it is part of the program.
func mustParseRules(text string) *ruleBook {
	book, err := parseRules(text)
	if err != nil {
		panic(err)
	}
	return book
}

// parseRules reads a rule file.
func parseRules(text string) (*ruleBook, error) {
	book := &ruleBook{byFirst: map[string][]rule{}, byLater: map[string][]rule{}}
	var current *section
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			var err error
			if current, err = parseSection(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		case current == nil:
			return nil, fmt.Errorf("line %d: a phrase before the first [section]", n)
		default:
			for _, phrase := range writtenOut(line) {
				r := rule{current, strings.Fields(phrase)}
				if len(r.tokens) == 0 {
					return nil, fmt.Errorf("line %d: an empty phrase", n)
				}
				at := slices.IndexFunc(r.tokens, func(t string) bool { return t != "..." && t[0] != '<' })
				switch {
				case at < 0:
					return nil, fmt.Errorf("line %d: a phrase without a word", n)
				case at == 0:
					book.byFirst[r.tokens[0]] = append(book.byFirst[r.tokens[0]], r)
				default:
					book.byLater[r.tokens[at]] = append(book.byLater[r.tokens[at]], r)
				}
			}
		}
	}
	return book, nil
}

// parseSection reads "[kind: why; flag; flag; most 30]".
func parseSection(line string) (*section, error) {
	body, ok := strings.CutSuffix(line[1:], "]")
	kind, rest, ok2 := strings.Cut(body, ":")
	if !ok || !ok2 {
		return nil, fmt.Errorf("%q is no section", line)
	}
	parts := strings.Split(rest, ";")
	s := &section{kind: news.BlockKind(kind), why: strings.TrimSpace(parts[0]), flag: map[string]bool{}, most: 30}
	if s.kind != news.Metadata && s.kind != news.Furniture {
		return nil, fmt.Errorf("%q is no kind of line", kind)
	}
	for _, p := range parts[1:] {
		p = strings.TrimSpace(p)
		if _, err := fmt.Sscanf(p, "most %d", &s.most); err == nil {
			continue
		}
		s.flag[p] = true
	}
	return s, nil
}

// writtenOut replaces each (a|b c|) of a phrase by its choices.
func writtenOut(phrase string) []string {
	open := strings.IndexByte(phrase, '(')
	if open < 0 {
		return []string{phrase}
	}
	shut := strings.IndexByte(phrase[open:], ')')
	if shut < 0 {
		return []string{phrase}
	}
	shut += open
	var out []string
	for choice := range strings.SplitSeq(phrase[open+1:shut], "|") {
		for _, rest := range writtenOut(phrase[shut+1:]) {
			out = append(out, phrase[:open]+choice+rest)
		}
	}
	return out
}

// lineWord is a word of a line: as compared, and where it stands.
type lineWord struct {
	lower      string
	start, end int
	capital    bool // begins with a capital letter or a figure
}

// lineWords splits no more than the first most words of a line. Marks alone
// are no words, "©" is.
func lineWords(line string, most int) []lineWord {
	words := make([]lineWord, 0, min(most, len(line)/6+2, 64))
	start := -1
	add := func(end int) {
		if start < 0 {
			return
		}
		s, e := start, end
		start = -1
		for s < e {
			r, w := utf8.DecodeRuneInString(line[s:e])
			if keptInWord(r) {
				break
			}
			s += w
		}
		for s < e {
			r, w := utf8.DecodeLastRuneInString(line[s:e])
			if keptInWord(r) {
				break
			}
			e -= w
		}
		if s == e {
			return
		}
		first, _ := utf8.DecodeRuneInString(line[s:e])
		lower := strings.ToLower(line[s:e])
		if strings.Contains(lower, "’") {
			lower = strings.ReplaceAll(lower, "’", "'")
		}
		words = append(words, lineWord{lower, s, e, unicode.IsUpper(first) || unicode.IsDigit(first)})
	}
	for i, r := range line {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			add(i)
			if len(words) >= most {
				return words
			}
		} else if start < 0 {
			start = i
		}
	}
	add(len(line))
	return words
}

func keptInWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '©' || r == '$' || r == '£' || r == '€' || r == '@' || r == '#'
}

// longestLine is how many words of a line the rules look at; a line that is cut
// off there can only match a phrase that ends in "...".
const longestLine = 64

// match returns the rule that the line reads like, and the words that its
// <name> stands for.
func (b *ruleBook) match(words []lineWord) (r *rule, name []lineWord) {
	if len(words) == 0 {
		return nil, nil
	}
	if r, name = matchAny(b.byFirst[words[0].lower], words); r != nil {
		return r, name
	}
	for _, w := range words {
		if r, name = matchAny(b.byLater[w.lower], words); r != nil {
			return r, name
		}
	}
	return nil, nil
}

func matchAny(rules []rule, words []lineWord) (r *rule, name []lineWord) {
	for i := range rules {
		if len(words) > rules[i].section.most {
			continue
		}
		from, to, steps := -1, -1, 0
		if matchTokens(rules[i].tokens, words, 0, &from, &to, &steps) {
			if from >= 0 {
				name = words[from:to]
			}
			return &rules[i], name
		}
	}
	return nil, nil
}

// matchTokens matches words[at:] against tokens. It gives up after some
// thousand steps, which no line of news needs.
func matchTokens(tokens []string, words []lineWord, at int, from, to, steps *int) bool {
	if *steps++; *steps > 4000 {
		return false
	}
	if len(tokens) == 0 {
		return at == len(words)
	}
	switch tokens[0] {
	case "...":
		for end := at; end <= len(words); end++ {
			if matchTokens(tokens[1:], words, end, from, to, steps) {
				return true
			}
		}
		return false
	case "<name>":
		for end := nameEnd(words, at); end > at; end-- {
			if matchTokens(tokens[1:], words, end, from, to, steps) {
				*from, *to = at, end
				return true
			}
		}
		return false
	case "<number>":
		if at < len(words) && strings.ContainsAny(words[at].lower, "0123456789") {
			return matchTokens(tokens[1:], words, at+1, from, to, steps)
		}
		return false
	}
	return at < len(words) && words[at].lower == tokens[0] && matchTokens(tokens[1:], words, at+1, from, to, steps)
}

// nameEnd is the end of the longest run of capitalised words, with small words
// inside, that begins at words[at]; at most seven words.
func nameEnd(words []lineWord, at int) int {
	end := at
	for i := at; i < len(words) && i < at+7; i++ {
		switch {
		case words[i].capital:
			end = i + 1
		case words[i].lower == "the" && i == at:
		case i > at && (words[i].lower == "of" || words[i].lower == "and" || words[i].lower == "the" || words[i].lower == "for"):
		case strings.Contains(words[i].lower, ".") && i == at: // example.com
			return i + 1
		default:
			return end
		}
	}
	return end
}
