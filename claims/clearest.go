package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// centralTo bounds the passages that a candidate is compared with.
const centralTo = 40

// spot is a sentence of a report.
type spot struct{ report, sentence int }

// shown are the passages that claims are shown by, in their order.
type shown struct {
	spots    map[spot]bool
	foremost []int // passages of the first claims
}

// foremostShown bounds the passages that a candidate may be a repetition of.
const foremostShown = 20

func (s *shown) add(g *grouping, m int) {
	s.spots[g.spot(m)] = true
	if len(s.foremost) < foremostShown {
		s.foremost = append(s.foremost, m)
	}
}

// repeats is how much of a passage stands in one that is shown already: the
// whole sentence is 1.
func (s *shown) repeats(g *grouping, m int) float64 {
	if s.spots[g.spot(m)] {
		return 1
	}
	most := 0.0
	for _, o := range s.foremost {
		if g.forms[o].fullest == g.forms[m].fullest {
			return 1
		}
		most = max(most, g.v.cover(&g.senses[m], &g.senses[o]))
	}
	return max(0, most-0.5)
}

// clearest is the passage that a claim is shown by: whole, understandable
// alone, affirmed without hedging, central to what the others say, early. It
// stands in the passage numbered from; clarity is how well it is understood
// alone, less than 0 where it is not. What other claims show is passed over
// where there is something else that will do.
func (g *grouping) clearest(candidates []candidate, before *shown) (best news.Passage, from int, clarity float64) {
	top := 0.0
	repeats := map[int]float64{}
	for i := range candidates {
		c := &candidates[i]
		again, seen := repeats[c.from]
		if !seen {
			again = before.repeats(g, c.from)
			repeats[c.from] = again
		}
		if score := c.score - float64(0.6*again); i == 0 || score > top {
			best, from, clarity, top = c.Passage, c.from, c.alone, score
		}
	}
	return best, from, clarity
}

func (g *grouping) spot(m int) spot { return spot{g.ps[m].report, g.ps[m].sentence} }

// candidate is a stretch that a claim may be shown by.
type candidate struct {
	news.Passage
	from         int // passage
	score, alone float64
}

// candidates are the stretches that a claim may be shown by, in order.
func (g *grouping) candidates(members []int, titled map[string]bool) []candidate {
	var out []candidate
	every := (len(members) + centralTo - 1) / centralTo
	printed := map[int]map[int]bool{} // reports, by the fullest form of what they print
	disputed := false
	for _, m := range members {
		disputed = disputed || g.ps[m].stance == news.Denies
		full := g.forms[m].fullest
		if printed[full] == nil {
			printed[full] = map[int]bool{}
		}
		printed[full][g.ps[m].report] = true
	}
	for _, m := range members {
		p := &g.ps[m]
		central, others := 0.0, 0
		for k := 0; k < len(members); k += every {
			if o := members[k]; o != m {
				central += float64(0.5*similar(&g.senses[m], &g.senses[o])) + g.v.cover(&g.senses[m], &g.senses[o])
				others++
			}
		}
		if others > 0 {
			central /= float64(others)
		}
		if g.senses[m].vague {
			central -= 1
		}
		central += float64(0.1 * float64(min(len(printed[g.forms[m].fullest])-1, 3)))
		switch p.stance {
		case news.Declines:
			central -= 0.6
		case news.Denies:
			central -= 0.4
		case news.Doubts, news.Conditional:
			central -= 0.25
		}
		if disputed && p.statement < 0 {
			central -= 0.1 // what is disputed is shown as somebody's words
		}
		rep := g.reports[p.report]
		for _, s := range showable(rep, p) {
			alone := readable(rep, p, s, titled)
			score := float64(1.6*central) + float64(1.5*(alone+informs(rep.Doc, p, s))) - float64(0.1*g.senses[m].place)
			if hedged(rep.Doc, p.sentence, s) {
				score -= 0.2
			}
			if share := p.share(s); p.part {
				score -= max(0, 0.6-share)
			}
			out = append(out, candidate{news.Passage{Article: rep.Article.ID, Span: s}, m, score, alone})
		}
	}
	return out
}

// share is how much of a stretch the passage's content takes.
func (p *passage) share(s news.Span) float64 {
	said := 0
	for _, c := range p.content {
		said += c.Overlap(s)
	}
	if len(p.content) == 0 {
		said = p.Overlap(s)
	}
	return float64(said) / float64(max(1, s.Len()))
}

// showable are the stretches of a passage that may stand for its claim: the
// sentence, what the passage covers of it, and each clause that is said.
func showable(rep *annotate.Annotated, p *passage) []news.Span {
	d := rep.Doc
	all := p.Span
	if strings.HasPrefix(all.In(d.Text), "that ") {
		all.Start += len("that ")
	}
	out := []news.Span{all}
	if sent := trim(d.Text, d.Sentences[p.sentence].Span); sent != out[0] {
		out = append(out, sent)
	}
	if bare := bared(d, p.sentence, out[len(out)-1]); bare != out[len(out)-1] {
		out = append(out, bare)
	}
	if p.statement < 0 {
		return out
	}
	for _, c := range p.content {
		if s, ok := clause(d, p.sentence, c); ok {
			out = append(out, s)
		}
	}
	return out
}

// bared leaves out an opening that goes on from the sentence before: "But",
// "However,".
func bared(d *english.Document, sentence int, s news.Span) news.Span {
	sent := &d.Sentences[sentence]
	for i := sent.First; i < sent.Last-1; i++ {
		w := &d.Words[i]
		if w.Start < s.Start {
			continue
		}
		if !goingOn[strings.ToLower(w.In(d.Text))] || w.UPOS != english.CCONJ && w.UPOS != english.ADV {
			return s
		}
		next := &d.Words[i+1]
		if next.UPOS == english.PUNCT && next.In(d.Text) == "," && i+2 < sent.Last {
			next = &d.Words[i+2]
		} else if w.UPOS != english.CCONJ {
			return s
		}
		if next.Start < s.End {
			s.Start = next.Start
		}
		return s
	}
	return s
}

// goingOn are words that can be left out where they open a sentence.
var goingOn = setOf("but and yet so however meanwhile moreover furthermore also still nevertheless nonetheless besides indeed therefore thus instead then additionally later")

// clause is a stretch of what is said, bared of quotation marks and of "that",
// false where it is no whole main clause.
func clause(d *english.Document, sentence int, s news.Span) (news.Span, bool) {
	sent := &d.Sentences[sentence]
	first, last := int32(-1), int32(-1)
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !s.Contains(w.Span) {
			continue
		}
		if first < 0 && (w.UPOS == english.PUNCT || w.UPOS == english.SCONJ && strings.EqualFold(w.In(d.Text), "that")) {
			continue
		}
		if first < 0 {
			first = i
		}
		if w.UPOS != english.PUNCT {
			last = i
		}
	}
	if first < 0 || last-first < 3 {
		return s, false
	}
	root, subject := int32(-1), int32(-1)
	for i := first; i <= last; i++ {
		w := &d.Words[i]
		if w.UPOS == english.PUNCT || w.Head >= first && w.Head <= last {
			continue
		}
		if root >= 0 {
			return s, false // pieces of more than one phrase
		}
		root = i
	}
	if root < 0 {
		return s, false
	}
	finite := d.Words[root].UPOS == english.VERB && d.Words[root].Feats.Has(english.Finite)
	for i := first; i <= last; i++ {
		w := &d.Words[i]
		if w.Head != root {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj:
			if subject >= 0 && w.Deprel != english.RelNsubjOuter {
				return s, false // who is told, read as a subject: "lawmakers the bill would …"
			}
			subject = i
		case english.RelAux, english.RelCop:
			finite = finite || w.Feats.Has(english.Finite) || w.UPOS == english.AUX
		case english.RelMark:
			if i < root && !strings.EqualFold(w.In(d.Text), "that") {
				return s, false
			}
		}
	}
	if !finite || subject < 0 || subject > root {
		return s, false
	}
	return news.Span{Start: d.Words[first].Start, End: d.Words[last].End}, true
}
