package english

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/news"
)

// scratch is what the analysis of a sentence needs; it is used again.
type scratch struct {
	forms    []form
	tags     []tag
	features []learn.Feature
	scores   []int32
	state    state
	buf      []byte
	lemmas   []byte
	ends     []int
}

var scratches = sync.Pool{New: func() any { return &scratch{scores: make([]int32, 256)} }}

// Annotate analyses a text. Any bytes will do; what is no English comes out as
// words with poor tags.
func Annotate(text string) *Document {
	d := &Document{Text: text}
	tokens := tokenize(text)
	d.Words = make([]Word, len(tokens))
	for i, t := range tokens {
		d.Words[i] = Word{Span: t.span(), Head: -1, Quote: -1}
	}
	sentenceEnds(text, tokens, func(first, last int) {
		d.Sentences = append(d.Sentences, Sentence{
			Span:  news.Span{Start: int(tokens[first].start), End: int(tokens[last-1].end)},
			First: int32(first), Last: int32(last), Paragraph: tokens[first].paragraph,
		})
	})
	d.analyse(loaded())
	annotateQuotations(d)
	annotateNames(d)
	return d
}

// AnnotateWords analyses sentences whose words are given. The document's text
// is made of them: a space between words, a line end between sentences.
func AnnotateWords(sentences [][]string) *Document {
	d := &Document{}
	var b strings.Builder
	for _, words := range sentences {
		if len(words) == 0 {
			continue
		}
		first, start := len(d.Words), b.Len()
		for i, w := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			d.Words = append(d.Words, Word{Span: news.Span{Start: b.Len(), End: b.Len() + len(w)}, Head: -1, Quote: -1})
			b.WriteString(w)
		}
		d.Sentences = append(d.Sentences, Sentence{Span: news.Span{Start: start, End: b.Len()}, First: int32(first), Last: int32(len(d.Words))})
		b.WriteByte('\n')
	}
	d.Text = b.String()
	d.analyse(loaded())
	annotateQuotations(d)
	annotateNames(d)
	return d
}

// analyse adds all layers to a document of words and sentences.
func (d *Document) analyse(m *model) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.lemmas, s.ends = s.lemmas[:0], s.ends[:0]
	for _, sentence := range d.Sentences {
		d.tree(m, sentence, s)
		for i := sentence.First; i < sentence.Last; i++ {
			w := &d.Words[i]
			s.lemmas = m.lemmatizer.append(s.lemmas, w.In(d.Text), w.XPOS)
			s.ends = append(s.ends, len(s.lemmas))
			s.buf = appendBase(s.buf[:0], w.In(d.Text), TagNone)
			w.Feats = features(d, sentence, i, s.buf)
		}
	}
	lemmas, start := string(s.lemmas), 0
	for i, end := range s.ends {
		d.Words[i].Lemma = lemmas[start:end]
		start = end
	}
}

// tree tags and parses a sentence.
func (d *Document) tree(m *model, sentence Sentence, s *scratch) {
	words := d.Words[sentence.First:sentence.Last]
	s.forms, s.tags = s.forms[:0], s.tags[:0]
	for i := range words {
		var f form
		f, s.buf = newForm(words[i].In(d.Text), s.buf)
		s.forms = append(s.forms, f)
		s.tags = append(s.tags, tag{})
	}
	m.tagger.tag(s.forms, s.tags, s)
	m.parser.parse(s.forms, s)
	for i := range words {
		w, n := &words[i], &s.state.nodes[i]
		w.UPOS, w.XPOS, w.Deprel = s.tags[i].upos, s.tags[i].xpos, n.rel
		w.Head = -1
		if n.head != s.state.root() {
			w.Head = sentence.First + n.head
		}
	}
}
