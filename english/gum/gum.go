// Package gum reads the named entities of GUM, the Georgetown University
// Multilayer corpus, from the Entity annotations of its CoNLL-U files.
package gum

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Text is a text of the corpus.
type Text struct {
	ID        string // "GUM_news_homeopathic"
	Sentences []*english.ConlluSentence
	Names     []Name
}

// Genre is the middle of the ID: news, interview, bio, …
func (t *Text) Genre() string {
	parts := strings.Split(t.ID, "_")
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}

// Words gives the forms of each sentence's words.
func (t *Text) Words() [][]string {
	out := make([][]string, len(t.Sentences))
	for i, s := range t.Sentences {
		for _, w := range s.Words() {
			out[i] = append(out[i], w.Form)
		}
	}
	return out
}

// Document analyses the text's words; its Names are those of the corpus.
func (t *Text) Document() *english.Document {
	d := english.AnnotateWords(t.Words())
	d.Names = d.Names[:0]
	for _, n := range t.Names {
		d.Names = append(d.Names, english.Name{
			Span:  news.Span{Start: d.Words[n.First].Start, End: d.Words[n.Last-1].End},
			First: int32(n.First), Last: int32(n.Last), Type: n.Type,
		})
	}
	return d
}

// Name is a named entity: the words [First, Last) of the text.
type Name struct {
	First, Last int
	Type        english.NameType
}

// Read reads a file of the corpus.
func Read(r io.Reader) ([]Text, error) {
	var texts []Text
	err := english.ReadConllu(r, func(s *english.ConlluSentence) error {
		for _, c := range s.Comments {
			if id, ok := strings.CutPrefix(c, "# newdoc id = "); ok {
				texts = append(texts, Text{ID: id})
			}
		}
		if len(texts) == 0 {
			return fmt.Errorf("a sentence before the first text")
		}
		t := &texts[len(texts)-1]
		t.Sentences = append(t.Sentences, s)
		return nil
	})
	for i := range texts {
		at := 0
		for _, s := range texts[i].Sentences {
			words := s.Words()
			for _, n := range names(words) {
				texts[i].Names = append(texts[i].Names, Name{at + n.First, at + n.Last, n.Type})
			}
			at += len(words)
		}
	}
	return texts, err
}

// mention is a span of an Entity annotation.
type mention struct {
	first, last int
	kind        string
}

// mentions are the spans that open and close in one sentence.
func mentions(words []*english.ConlluLine) []mention {
	type opening struct {
		at   int
		kind string
	}
	var out []mention
	open := map[string][]opening{}
	for i, w := range words {
		for field := range strings.SplitSeq(w.Misc, "|") {
			marks, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			for marks != "" {
				if marks[0] == '(' {
					end := 1
					for end < len(marks) && marks[end] != '(' && marks[end] != ')' {
						end++
					}
					part := strings.Split(marks[1:end], "-")
					kind := ""
					if len(part) > 1 {
						kind = part[1]
					}
					open[part[0]] = append(open[part[0]], opening{i, kind})
					marks = marks[end:]
					if marks == "" || marks[0] == '(' {
						continue
					}
					marks = part[0] + marks
				}
				id, rest, closed := strings.Cut(marks, ")")
				if !closed {
					break
				}
				if stack := open[id]; len(stack) > 0 {
					o := stack[len(stack)-1]
					open[id] = stack[:len(stack)-1]
					out = append(out, mention{o.at, i + 1, o.kind})
				}
				marks = rest
			}
		}
	}
	return out
}

// names reads the names off the mentions of a sentence.
//
// A mention has a name if the word that heads it is a proper noun (PROPN), or a
// common noun with a proper noun right after it that hangs on it ("the spokesman
// Ann Dale"), and it is no time. The name is the unbroken run of words around the head, within
// the mention, that are proper nouns or written with a capital or a digit,
// with the small words between them ("of", "the", "and", "for", "&", "-", "de",
// "al", …; only particles in the names of persons). So determiners, relative
// clauses, appositions, coordinated names and a possessor that is a mention of its own are left out. A
// person's name is without the adjectives, titles and roles before it, and a
// plural ("Americans") is no person's name. Demonyms alone are no names. Of
// names within names the longest stays.
//
// The type is GUM's: person, organization and place; all others are "other".
func names(words []*english.ConlluLine) []Name {
	var found []Name
	all := mentions(words)
	for _, m := range all {
		head := headOf(words, m)
		if head >= 0 && words[head].UPOS != "PROPN" {
			head = after(words, m, head)
			m.first = head
		}
		if head < 0 || words[head].UPOS != "PROPN" || !big(words, head) {
			continue
		}
		n := Name{head, head + 1, typeOf(m.kind)}
		if m.kind == "time" {
			continue
		}
		n.extend(words, m, all)
		if n.trim(words) {
			found = append(found, n)
		}
	}
	return longest(found)
}

func typeOf(kind string) english.NameType {
	switch kind {
	case "person":
		return english.PersonName
	case "organization":
		return english.OrganisationName
	case "place":
		return english.PlaceName
	}
	return english.OtherName
}

func headOf(words []*english.ConlluLine, m mention) int {
	for i := m.first; i < m.last; i++ {
		h, err := strconv.Atoi(words[i].Head)
		if err == nil && (h-1 < m.first || h-1 >= m.last) {
			return i
		}
	}
	return -1
}

// after is the name that stands right after the common noun at head and hangs
// on it, as in "the spokesman Ann Dale": -1 for none.
func after(words []*english.ConlluLine, m mention, head int) int {
	if head+1 >= m.last || words[head+1].UPOS != "PROPN" || words[head+1].Head != words[head].ID {
		return -1
	}
	switch words[head+1].Deprel {
	case "flat", "appos", "nmod:desc":
		return head + 1
	}
	return -1
}

// big reports whether word i may be part of a name by its looks.
func big(words []*english.ConlluLine, i int) bool {
	w := words[i]
	if w.UPOS == "PRON" || w.UPOS == "DET" || w.UPOS == "PUNCT" {
		return false
	}
	for _, r := range w.Form {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return w.UPOS == "PROPN" || w.UPOS == "NUM" && w.Form != "" && '0' <= w.Form[0] && w.Form[0] <= '9'
}

// Link reports whether a word that is written small may stand within a name
// of the type.
func Link(form string, t english.NameType) bool {
	switch strings.ToLower(form) {
	case "-", "–", "de", "del", "della", "di", "da", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ben", "y":
		return true
	case "of", "the", "and", "for", "&", "'":
		return t != english.PersonName
	}
	return false
}

func (n *Name) extend(words []*english.ConlluLine, m mention, all []mention) {
	for n.First > m.first {
		k := n.First - 1
		if k > m.first && words[k].XPOS == "POS" && !mentioned(k-1, m, all) {
			k--
		}
		joined := false
		for k > m.first && !big(words, k) && Link(words[k].Form, n.Type) {
			joined = joined || words[k].UPOS == "CCONJ"
			k--
		}
		if !big(words, k) || joined && mentioned(k, m, all) {
			break
		}
		n.First = k
	}
	for n.Last < m.last {
		k := n.Last
		joined := false
		for k < m.last-1 && !big(words, k) && Link(words[k].Form, n.Type) {
			joined = joined || words[k].UPOS == "CCONJ"
			k++
		}
		if !big(words, k) || joined && mentioned(k, m, all) {
			break
		}
		n.Last = k + 1
	}
}

// mentioned reports whether word i is within a mention inside m.
func mentioned(i int, m mention, all []mention) bool {
	for _, o := range all {
		if o.first <= i && i < o.last && m.first <= o.first && o.last <= m.last && o.last-o.first < m.last-m.first {
			return true
		}
	}
	return false
}

// trim takes titles from a person's name; false where nothing is left.
func (n *Name) trim(words []*english.ConlluLine) bool {
	if n.Type == english.PersonName {
		for n.First < n.Last && (words[n.First].UPOS != "PROPN" || english.IsTitle(words[n.First].Form)) {
			n.First++
		}
		// The last title may hang on a word that is none: "Crown Prosecutor Ann Dale".
		for i := n.Last - 2; i > n.First; i-- {
			if english.IsTitle(words[i].Form) && words[i+1].Form != "-" && utf8.RuneCountInString(words[i].Form) > 2 {
				n.First = i + 1
				break
			}
		}
		if n.First == n.Last || words[n.Last-1].XPOS == "NNPS" {
			return false
		}
	}
	return n.Last-n.First > 1 || !english.IsDemonym(words[n.First].Form) || n.Type == english.OrganisationName
}

func longest(names []Name) []Name {
	var kept []Name
	for i, n := range names {
		inside := false
		for j, o := range names {
			if j == i || o.Last <= n.First || n.Last <= o.First {
				continue
			}
			a, b := n.Last-n.First, o.Last-o.First
			if a < b || a == b && j < i {
				inside = true
			}
		}
		if !inside {
			kept = append(kept, n)
		}
	}
	for i := 1; i < len(kept); i++ {
		for j := i; j > 0 && kept[j].First < kept[j-1].First; j-- {
			kept[j], kept[j-1] = kept[j-1], kept[j]
		}
	}
	return kept
}
