package claims

import (
	"math"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
	"github.com/hearsay-news/hearsay/vectors"
)

// sense is what a passage says, reduced to what can be compared.
type sense struct {
	terms      []term  // by id
	ranks      []int32 // of the terms, in the vocabulary
	total      float64
	mean       [vectors.Dims]float64 // direction of the weighted word vectors, length 1
	names      []int32               // ids of proper nouns
	numbers    []string
	predicates []int32               // ids of verbs that head clauses
	context    [vectors.Dims]float64 // mean, with that of the sentences around
	stance     news.Stance
	place      float64 // where in its report it stands, 0 to 1
	quantities []quantity
	frame      frame
	words      bag  // of the passage, with source and cue
	vague      bool // it leans on words said before: "the report", "it", "this"
}

// term is a content word: its lemma's number in the story and its weight, how
// much it tells passages apart.
type term struct {
	id     int32
	weight float64
}

// pointing nouns name a proposition without saying it.
var pointing = map[string]bool{"report": true, "claim": true, "allegation": true, "accusation": true, "denial": true, "statement": true, "story": true, "comment": true, "matter": true, "issue": true, "charge": true, "news": true, "information": true, "question": true}

// understand reads every passage of a story.
func understand(reports []*annotate.Annotated, ps []passage) (*vocabulary, []sense) {
	v := &vocabulary{ids: map[string]int32{}}
	senses := make([]sense, len(ps))
	counted := allQuantities(reports)
	for i := range ps {
		senses[i] = v.read(reports[ps[i].report].Doc, &ps[i])
		for _, q := range counted[ps[i].report] {
			if within(&ps[i], &reports[ps[i].report].Doc.Words[q.word]) {
				senses[i].quantities = append(senses[i].quantities, q)
			}
		}
		rep := reports[ps[i].report]
		senses[i].place = float64(ps[i].Start) / float64(len(rep.Doc.Text)+1)
		senses[i].stance = ps[i].stance
		senses[i].frame.reality = realityOf(rep, &ps[i])
		for _, t := range senses[i].terms {
			v.df[t.id]++
			senses[i].ranks = append(senses[i].ranks, v.rank[t.id])
		}
	}
	bags := make([]bag, len(ps))
	for i := range senses {
		bags[i] = senses[i].words
	}
	weighBags(bags, len(v.df))
	n := float64(len(ps))
	parallel.With(len(ps), 256, func() func(int) {
		return func(i int) { senses[i].weigh(v, n) }
	})
	parallel.With(len(ps), 256, func() func(int) {
		return func(i int) { lookAround(ps, senses, i) }
	})
	return v, senses
}

// weigh gives the terms their weights in a story of n passages.
func (s *sense) weigh(v *vocabulary, n float64) {
	for k := range s.terms {
		t := &s.terms[k]
		local := math.Log((n + 1) / (float64(v.df[t.id]) + 0.5))
		t.weight = float64(t.weight * (v.common[t.id] * local))
		s.total += t.weight
		if r := v.rank[t.id]; r >= 0 {
			for d, x := range vectors.At(int(r)) {
				s.mean[d] += float64(t.weight * float64(x))
			}
		}
	}
	normalise(&s.mean)
}

// lookAround adds to what a passage says what is said around it.
func lookAround(ps []passage, senses []sense, i int) {
	s := &senses[i]
	s.context = s.mean
	add := func(j int) {
		if d := ps[i].sentence - ps[j].sentence; d != 0 {
			for k := range s.context {
				s.context[k] += float64(0.4 * senses[j].mean[k])
			}
		}
	}
	for j := i - 1; j >= 0 && ps[j].report == ps[i].report && ps[i].sentence-ps[j].sentence <= 2; j-- {
		add(j)
	}
	for j := i + 1; j < len(ps) && ps[j].report == ps[i].report && ps[j].sentence-ps[i].sentence <= 1; j++ {
		add(j)
	}
	normalise(&s.context)
}

func normalise(v *[vectors.Dims]float64) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x * x)
	}
	if sum == 0 {
		return
	}
	sum = math.Sqrt(sum)
	for d := range v {
		v[d] /= sum
	}
}

func (v *vocabulary) read(doc *english.Document, p *passage) sense {
	var s sense
	sent := &doc.Sentences[p.sentence]
	content, points, verifies := 0, false, false
	subject, aside := borrowed(doc, p), circumstances(doc, sent)
	for w := sent.First; w < sent.Last; w++ {
		word := &doc.Words[w]
		id := int32(-1)
		if bagged(word) && p.Contains(word.Span) {
			id = v.id(word.Lemma)
			s.words = append(s.words, term{id, 1})
		}
		if !within(p, word) && w != subject || len(aside) > 0 && under(doc, w, aside) {
			continue
		}
		lemma := strings.ToLower(word.Lemma)
		switch word.UPOS {
		case english.PRON:
			if lemma == "it" || lemma == "this" || lemma == "that" {
				points = true
			}
			continue
		case english.NUM:
			s.numbers = append(s.numbers, lemma)
		case english.PROPN:
			if id < 0 {
				id = v.id(word.Lemma)
			}
			s.names = append(s.names, id)
		case english.VERB:
			switch word.Deprel.Base() {
			case english.RelRoot, english.RelCcomp, english.RelConj, english.RelParataxis, english.RelAdvcl, english.RelAcl, english.RelXcomp:
				if id < 0 {
					id = v.id(word.Lemma)
				}
				s.predicates = append(s.predicates, id)
			}
		case english.NOUN, english.ADJ, english.ADV:
		default:
			continue
		}
		verifies = verifies || verifying[lemma]
		if pointing[lemma] && !told(doc, sent, w) {
			points = true
		} else {
			content++
		}
		weight := 1.0
		switch word.UPOS {
		case english.ADV:
			weight = 0.5
		case english.ADJ:
			weight = 0.8
		}
		if id < 0 {
			id = v.id(word.Lemma)
		}
		s.terms = append(s.terms, term{id, weight})
	}
	slices.SortFunc(s.terms, func(a, b term) int { return int(a.id - b.id) })
	s.terms = slices.CompactFunc(s.terms, func(a, b term) bool { return a.id == b.id })
	slices.Sort(s.names)
	s.names = slices.Compact(s.names)
	slices.Sort(s.predicates)
	s.predicates = slices.Compact(s.predicates)
	slices.Sort(s.numbers)
	s.numbers = slices.Compact(s.numbers)
	s.vague = points && (content <= 5 || verifies && content <= 8) || verifies && content <= 2
	s.frame = v.frame(doc, p)
	s.words = s.words.set()
	return s
}

// told reports whether a noun is followed by what it is about: "reports of
// deliveries", "the claim that a ship sailed".
func told(d *english.Document, sent *english.Sentence, noun int32) bool {
	for w := noun + 1; w < sent.Last; w++ {
		if x := &d.Words[w]; x.Head == noun && (x.Deprel.Base() == english.RelNmod || x.Deprel.Base() == english.RelAcl) {
			return true
		}
	}
	return false
}

// circumstances are the heads of what a sentence says to go on beside what it
// tells: "amid reports of deliveries".
func circumstances(d *english.Document, sent *english.Sentence) []int32 {
	var heads []int32
	for _, w := range d.Words[sent.First:sent.Last] {
		if w.Deprel.Base() == english.RelCase && (strings.EqualFold(w.Lemma, "amid") || strings.EqualFold(w.Lemma, "amidst")) {
			heads = append(heads, w.Head)
		}
	}
	return heads
}

// under reports whether a word is one of some heads or hangs on one.
func under(d *english.Document, w int32, heads []int32) bool {
	for w >= 0 && !slices.Contains(heads, w) {
		w = d.Words[w].Head
	}
	return w >= 0
}

// borrowed is the subject of a clause that has none of its own, from the
// clause that it is coordinated with; -1 where there is none.
func borrowed(d *english.Document, p *passage) int32 {
	if p.statement < 0 || !p.part {
		return -1
	}
	sent := &d.Sentences[p.sentence]
	head := int32(-1)
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if !within(p, x) {
			continue
		}
		if x.Deprel.Base() == english.RelNsubj {
			return -1
		}
		if head < 0 && x.Deprel.Base() == english.RelConj && x.Head >= 0 && !within(p, &d.Words[x.Head]) {
			head = x.Head
		}
	}
	if head < 0 {
		return -1
	}
	for w := sent.First; w < head; w++ {
		if d.Words[w].Head == head && d.Words[w].Deprel.Base() == english.RelNsubj {
			return w
		}
	}
	return -1
}
