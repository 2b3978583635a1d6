package english

import "github.com/hearsay-news/hearsay/learn"

// tag is a part of speech of both schemes.
type tag struct {
	upos UPOS
	xpos XPOS
}

// tagger gives each word a tag, from left to right.
type tagger struct {
	tags  []tag
	model *learn.Linear
}

var noForm = form{exact: 1, lower: 2, shape: 3}

func at(forms []form, i int) *form {
	if i < 0 || i >= len(forms) {
		return &noForm
	}
	return &forms[i]
}

// tagFeatures appends the features of word i, whose left neighbours are tagged.
func tagFeatures(fs []learn.Feature, forms []form, i int) []learn.Feature {
	w, l1, l2, r1, r2 := at(forms, i), at(forms, i-1), at(forms, i-2), at(forms, i+1), at(forms, i+2)
	t1, t2 := l1.tag, l2.tag
	n := 0
	add := func(vs ...uint64) {
		n++
		f := learn.NewFeature(n)
		for _, v := range vs {
			f = f.Int(v)
		}
		fs = append(fs, f)
	}
	add()
	add(w.lower)
	add(w.exact)
	add(w.shape)
	add(w.shape, w.suffix[2])
	add(w.prefix[0])
	add(w.prefix[1])
	add(w.prefix[2])
	add(w.suffix[0])
	add(w.suffix[1])
	add(w.suffix[2])
	add(w.suffix[3])
	add(t1)
	add(t1, t2)
	add(t1, w.lower)
	add(t1, t2, w.lower)
	add(t1, w.suffix[2])
	add(l1.lower)
	add(l2.lower)
	add(r1.lower)
	add(r2.lower)
	add(l1.lower, w.lower)
	add(w.lower, r1.lower)
	add(l1.suffix[2])
	add(r1.suffix[2])
	add(r1.suffix[1], t1)
	add(r1.shape, w.shape)
	add(l1.shape, w.shape)
	add(r1.lower, r2.lower)
	add(t1, r1.lower)
	add(w.shape, first(i))
	return fs
}

func first(i int) uint64 {
	if i == 0 {
		return 1
	}
	return 0
}

func (t *tagger) tag(forms []form, out []tag, s *scratch) {
	for i := range forms {
		s.features = tagFeatures(s.features[:0], forms, i)
		t.model.Score(s.features, s.scores[:len(t.tags)])
		best := learn.Best(s.scores[:len(t.tags)])
		forms[i].tag = uint64(best) + 10
		out[i] = t.tags[best]
	}
}
