package english

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/news"
)

// scratch is the memory of an analysis; it is used again.
type scratch struct {
	batch  batch
	pass   pass
	buf    []byte
	lemmas []byte
	ends   []int
	pairs  []int32
	open   []int32
}

// runRows is the number of words and roots that the net is given at once.
const runRows = 256

var scratches = sync.Pool{New: func() any { return &scratch{} }}

// Annotate analyses a text. Any bytes will do; what is no English comes out as
// words with poor tags. A word that starts at or after one of the breaks, byte
// offsets in order, begins a sentence whatever the text says: what stands
// before it on the line is known to be a date line or the like.
func Annotate(text string, breaks ...int) *Document {
	d := &Document{Text: text}
	tokens := tokenize(text)
	d.Words = make([]Word, len(tokens))
	for i, t := range tokens {
		d.Words[i] = Word{Span: t.span(), Head: -1, Quote: -1}
	}
	sentenceEnds(text, tokens, breaks, func(first, last int) {
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
	d.trees(m.net, s)
	s.lemmas, s.ends = s.lemmas[:0], s.ends[:0]
	for _, sentence := range d.Sentences {
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

// trees adds tags, heads and relations.
func (d *Document) trees(n *net, s *scratch) {
	b := &s.batch
	b.reset()
	first := 0
	if len(d.Words) <= longestWithContexts {
		d.Contexts = make([]int8, len(d.Words)*ContextWidth)
	}
	for k, sentence := range d.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			b.inputs = append(b.inputs, n.look(d.Words[i].In(d.Text), s))
		}
		b.end()
		if b.rows() < runRows && k+1 < len(d.Sentences) {
			continue
		}
		n.parse(b, &s.pass, func(i int, t tag, head int, rel Deprel) {
			w := &d.Words[first+i]
			w.UPOS, w.XPOS, w.Head, w.Deprel = t.upos, t.xpos, int32(head), rel
		})
		d.keepContexts(b, &s.pass, first)
		first += len(b.inputs)
		b.reset()
	}
	for _, sentence := range d.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			if w := &d.Words[i]; w.Head >= 0 {
				w.Head += sentence.First
			}
		}
		d.punctuate(sentence, s)
	}
}

// longestWithContexts is the number of words up to which a document keeps what
// the net made of them.
const longestWithContexts = 1 << 17

// keepContexts keeps what the net made of the words of a batch, the first of
// which is given.
func (d *Document) keepContexts(b *batch, p *pass, first int) {
	if d.Contexts == nil {
		return
	}
	to := d.Contexts[first*ContextWidth:]
	for s := range len(b.starts) - 1 {
		for i := b.starts[s] + 1; i < b.starts[s+1]; i++ {
			for j, v := range p.out.Row(i) {
				to[j] = int8(max(-127, min(127, int(v*32+128.5)-128)))
			}
			to = to[ContextWidth:]
		}
	}
}
