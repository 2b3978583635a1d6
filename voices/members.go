package voices

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// members are the persons whom a bracket behind the source that ends before
// word last names of a group: "Two pilots — Mara Adler, who …, and Robert
// Quist — said", "senators, including Mara Adler, said". All tells that they
// are the whole of it.
func (r *resolver) members(last int) (found []np, all bool) {
	open := -1
	for w := last; w < min(last+5, len(r.doc.Words)) && open < 0; w++ {
		switch u := r.doc.Words[w].UPOS; {
		case dash(r.form(w)) || r.form(w) == "," && w+1 < len(r.doc.Words) && (r.lower(w+1) == "including" || r.lower(w+1) == "among"):
			open = w
		case u == english.VERB || u == english.AUX:
			return nil, false
		}
	}
	if open < 0 {
		return nil, false
	}
	first, sentence := open+1, r.sentence(open)
	all = dash(r.form(open)) && first < len(r.doc.Words) && r.lower(first) != "including" && r.lower(first) != "among"
	for w := first; w < min(first+45, len(r.doc.Words)) && r.sentence(w) == sentence; w++ {
		if dash(r.form(open)) && dash(r.form(w)) {
			return found, all
		}
		x := r.doc.Words[w].XPOS.String()
		if !dash(r.form(open)) && (r.doc.Words[w].UPOS == english.AUX || x == "VBD" || x == "VBZ" || x == "VBP") {
			return found, all
		}
		e := r.of(w)
		if e == nil || e.kind != news.Person || w > 0 && r.of(w-1) == e {
			continue
		}
		end := w + 1
		for end < len(r.doc.Words) && r.of(end) == e {
			end++
		}
		if !r.governed(first, w) && !(end < len(r.doc.Words) && r.possessive(end)) {
			found = append(found, np{w, end})
		}
		w = end - 1
	}
	return nil, false
}

func dash(form string) bool { return form == "—" || form == "–" || form == "--" || form == "―" }
