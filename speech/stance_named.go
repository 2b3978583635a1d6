package speech

import "github.com/hearsay-news/hearsay/news"

// namedFalse reports whether a cue that names gives a report, or what stands
// for one, the name of something false: "describing them as propaganda".
func (r stanceReader) namedFalse(s *news.Statement, said []stretch) bool {
	for _, c := range s.Cue {
		first, last := r.words(c)
		for cue := first; cue < last; cue++ {
			if naming[lemmaOf(r.doc, cue)] && r.namesFalse(cue, said) {
				return true
			}
		}
	}
	return false
}

func (r stanceReader) namesFalse(cue int, said []stretch) bool {
	report := -1 // the word that is given the name
	for _, p := range said {
		for w := p.first; w < p.last; w++ {
			word := &r.doc.Words[w]
			if int(word.Head) != cue {
				continue
			}
			switch word.Deprel.String() {
			case "obj":
				if report = -1; r.reportLike(w) {
					report = w
				}
			case "obl", "xcomp", "advcl":
				if report >= 0 && r.governor(w) == "as" && r.falseFrom(report+1, w+1, p.last) {
					return true
				}
			}
		}
	}
	return false
}

// falseFrom reports whether a phrase of the lexicon for something false stands
// in the words [first, last) of a passage that ends at limit.
func (r stanceReader) falseFrom(first, last, limit int) bool {
	for w := first; w < last; w++ {
		if c, _ := patternAt(r.doc, w, limit, func(c stanceClass) bool { return c == falseClass }); c == falseClass {
			return true
		}
	}
	return false
}
