package voices

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// plants are what a company has and a person has not: behind a name they say
// that the name is a company's.
var plants = map[string]bool{"works": true, "plant": true, "factory": true, "refinery": true, "mill": true, "brewery": true, "smelter": true, "shipyard": true,
	"subsidiary": true, "shareholder": true, "shareholders": true, "shares": true, "stock": true}

// firms are the single words, not taken for places, that the article uses as the
// names of companies: "the Adler paint works".
func (c *cast) firms() map[string]bool {
	out := map[string]bool{}
	for _, n := range c.doc.Names {
		if n.Type == english.PlaceName || n.Last-n.First != 1 || n.First < 1 || c.doc.Words[n.First-1].UPOS != english.DET {
			continue
		}
		for w := int(n.Last); w < min(int(n.Last)+3, len(c.doc.Words)) && c.doc.Words[w].UPOS == english.NOUN; w++ {
			if plants[c.lower(w)] {
				out[fold(c.printed(int(n.First), int(n.Last)))] = true
			}
		}
	}
	for _, n := range c.doc.Names {
		if n.Type != english.PersonName || n.Last-n.First < 2 {
			continue
		}
		// A company may be called after somebody whom the article names.
		delete(out, fold(c.form(int(n.Last)-1)))
	}
	return out
}

// introduced is the phrase with which the article first spoke of what "the
// inspector" or "the agency" (the noun at head) comes back to, "" where there
// is none or more than one.
func (r *resolver) introduced(head int) string {
	lemma, found := r.lemma(head), ""
	for w := max(0, head-4000); w < head; w++ {
		if r.doc.Words[w].UPOS != english.NOUN || r.lemma(w) != lemma || r.plural(w) || r.of(w) != nil {
			continue
		}
		first := w
		for first > 0 && r.sentence(first-1) == r.sentence(w) && r.of(first-1) == nil && (r.doc.Words[first-1].UPOS == english.NOUN || r.doc.Words[first-1].UPOS == english.ADJ) {
			first--
		}
		if first < 1 || r.doc.Words[first-1].UPOS != english.DET || r.sentence(first-1) != r.sentence(w) {
			continue
		}
		last := w + 1
		a := r.lower(first-1) == "a" || r.lower(first-1) == "an"
		if last < len(r.doc.Words) && (r.lower(last) == "of" || r.lower(last) == "at" || r.lower(last) == "from") && a {
			for last++; last < min(w+8, len(r.doc.Words)) && (r.doc.Words[last].UPOS == english.NOUN || r.doc.Words[last].UPOS == english.ADJ || r.doc.Words[last].UPOS == english.DET || r.doc.Words[last].UPOS == english.PROPN); {
				last++
			}
		} else if first == w && !a {
			continue
		}
		if a && last < len(r.doc.Words) && r.form(last) == "," && last+1 < len(r.doc.Words) && r.of(last+1) != nil && r.of(last+1).kind == news.Person {
			return "" // "an inspector, Mara Adler,"
		}
		phrase := r.printed(first-1, last)
		if found != "" && !strings.EqualFold(found, phrase) {
			return ""
		}
		if found == "" {
			found = phrase
		}
	}
	return found
}

// onlyFirm is the company of an article that names just one, nil for none or
// several.
func (r *resolver) onlyFirm() *entity {
	var found *entity
	for _, e := range r.all {
		if !e.firm {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}
