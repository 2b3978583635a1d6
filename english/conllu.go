package english

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// ConlluLine is a line of a sentence in CoNLL-U: a word, a multiword token
// (whose ID is a range) or an empty node (whose ID has a decimal).
type ConlluLine struct {
	ID, Form, Lemma, UPOS, XPOS, Feats, Head, Deprel, Deps, Misc string
}

// IsWord reports whether the line is a syntactic word.
func (l *ConlluLine) IsWord() bool { return !strings.ContainsAny(l.ID, "-.") }

// ConlluSentence is a sentence of a CoNLL-U file.
type ConlluSentence struct {
	Comments []string // with their number signs
	Lines    []ConlluLine
}

// Words are the syntactic words.
func (s *ConlluSentence) Words() []*ConlluLine {
	var words []*ConlluLine
	for i := range s.Lines {
		if s.Lines[i].IsWord() {
			words = append(words, &s.Lines[i])
		}
	}
	return words
}

// ReadConllu calls each with every sentence. An error names the line.
func ReadConllu(r io.Reader, each func(*ConlluSentence) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<26)
	s := &ConlluSentence{}
	words, n := 0, 0
	flush := func() error {
		if len(s.Lines) == 0 && len(s.Comments) == 0 {
			return nil
		}
		done := s
		s, words = &ConlluSentence{}, 0
		if len(done.Lines) == 0 {
			return nil
		}
		return each(done)
	}
	for lines.Scan() {
		n++
		text := strings.TrimSuffix(lines.Text(), "\r")
		switch {
		case strings.TrimSpace(text) == "":
			if err := flush(); err != nil {
				return err
			}
			continue
		case text[0] == '#':
			s.Comments = append(s.Comments, text)
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != 10 {
			return fmt.Errorf("line %d: %d columns, want 10", n, len(f))
		}
		l := ConlluLine{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9]}
		if l.IsWord() {
			words++
			if id, err := strconv.Atoi(l.ID); err != nil || id != words {
				return fmt.Errorf("line %d: word %q, want %d", n, l.ID, words)
			}
		}
		s.Lines = append(s.Lines, l)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return flush()
}

// ReadConlluFile reads all sentences of a file. An error names the file.
func ReadConlluFile(path string) ([]*ConlluSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []*ConlluSentence
	err = ReadConllu(f, func(s *ConlluSentence) error {
		all = append(all, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}

// WriteConllu writes a sentence.
func WriteConllu(w io.Writer, s *ConlluSentence) error {
	b := bufio.NewWriter(w)
	for _, c := range s.Comments {
		b.WriteString(c)
		b.WriteByte('\n')
	}
	for _, l := range s.Lines {
		for i, f := range [...]string{l.ID, l.Form, l.Lemma, l.UPOS, l.XPOS, l.Feats, l.Head, l.Deprel, l.Deps, l.Misc} {
			if i > 0 {
				b.WriteByte('\t')
			}
			if f == "" {
				f = "_"
			}
			b.WriteString(f)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	return b.Flush()
}

// Conllu gives the sentence with the given index, its words numbered from 1.
func (d *Document) Conllu(sentence int) *ConlluSentence {
	s := d.Sentences[sentence]
	c := &ConlluSentence{Comments: []string{"# text = " + strings.Join(strings.Fields(s.In(d.Text)), " ")}}
	if sentence == 0 || d.Sentences[sentence-1].Paragraph != s.Paragraph {
		c.Comments = append([]string{"# newpar"}, c.Comments...)
	}
	for i := s.First; i < s.Last; i++ {
		l := ConlluLine{ID: strconv.Itoa(int(i-s.First) + 1), Form: strings.Map(oneLine, d.Words[i].In(d.Text))}
		if i+1 < s.Last && d.Words[i+1].Start == d.Words[i].End {
			l.Misc = "SpaceAfter=No"
		}
		c.Lines = append(c.Lines, l)
	}
	d.fill(sentence, c)
	return c
}

func oneLine(r rune) rune {
	if isSpace(r) {
		return ' '
	}
	return r
}

// fill writes the layers of a sentence into its lines, which are the same
// words.
func (d *Document) fill(sentence int, c *ConlluSentence) {
	s := d.Sentences[sentence]
	for i, l := range c.Words() {
		w := &d.Words[int(s.First)+i]
		l.Lemma, l.UPOS, l.XPOS, l.Feats, l.Deprel = w.Lemma, w.UPOS.String(), w.XPOS.String(), w.Feats.String(), w.Deprel.String()
		l.Head = "0"
		if w.Head >= 0 {
			l.Head = strconv.Itoa(int(w.Head-s.First) + 1)
		}
		l.Deps = ""
	}
}

// Parse replaces the layers of sentences by those that Annotate would give to
// the same words.
func Parse(sentences []*ConlluSentence) {
	words := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, l := range s.Words() {
			words[i] = append(words[i], l.Form)
		}
	}
	d := AnnotateWords(words)
	at := 0
	for i, s := range sentences {
		if len(words[i]) > 0 {
			d.fill(at, s)
			at++
		}
	}
}

// ParseConllu reads CoNLL-U and writes it with the layers replaced by those
// that Annotate would give to the same words.
func ParseConllu(r io.Reader, w io.Writer) error {
	var batch []*ConlluSentence
	flush := func() error {
		Parse(batch)
		for _, s := range batch {
			if err := WriteConllu(w, s); err != nil {
				return err
			}
		}
		batch = batch[:0]
		return nil
	}
	err := ReadConllu(r, func(s *ConlluSentence) error {
		if batch = append(batch, s); len(batch) < 256 {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}
