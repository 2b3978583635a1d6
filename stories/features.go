package stories

import "math"

// Feature numbers what a decision looks at; FeatureNames names them.
type Feature int

// The features of an article beside a story. Cosines run from 0 to 1.
const (
	Bias         Feature = iota
	Words                // cosine of all words with the story's
	Lead                 // cosine of title and first words with the story's
	Names                // cosine of the names with the story's
	NearestWords         // best cosine of all words with one of its latest articles
	NearestNames         // best cosine of names with one of its latest articles
	LeadOfWords          // cosine of title and first words with all the story's words
	Strangers            // 1 where both have names and share none
	Rare                 // idf shared in the rarest common terms, as a part of what the article could share
	Age                  // days since the story's latest article, at most 14
	Stale                // whole days beyond a week since then, in weeks
	Size                 // logarithm of the number of articles, at most ln 20
	Short                // how short the article is
	Alone                // how short the story is
	Margin               // how far its words cosine lies above the next story's
	featureCount
)

// FeatureNames are the names of the features, in their order.
var FeatureNames = [featureCount]string{"bias", "words", "lead", "names", "nearest words", "nearest names", "lead of words", "strangers", "rare", "age", "stale", "size", "short", "alone", "margin"}

// Features are the values of one article beside one story.
type Features [featureCount]float64

// eye is an article made ready to be compared with many stories.
type eye struct {
	words, lead, names lens
	length             int
	rare               float32 // weight of its rare terms
	vague              float64
}

func (e *eye) focus(words, lead, names *vector, length int, vague float64) {
	e.words.focus(words)
	e.lead.focus(lead)
	e.names.focus(names)
	e.length, e.vague, e.rare = length, vague, 0
	for _, t := range words.terms {
		if t.weight >= rareFloor {
			e.rare += t.weight
		}
	}
}

// rareFloor is the weight from which a term of an article counts as rare.
const rareFloor = 6

// features of an article of day at beside s.
func (e *eye) features(s *story, at float64) Features {
	var f Features
	f[Bias] = 1
	f[Words] = float64(e.words.cosine(&s.words))
	f[Lead] = float64(e.lead.cosine(&s.lead))
	f[Names] = float64(e.names.cosine(&s.names))
	f[LeadOfWords] = float64(e.lead.cosine(&s.words))
	for i := range s.latest {
		f[NearestWords] = max(f[NearestWords], float64(e.words.cosine(&s.latest[i].words)))
		f[NearestNames] = max(f[NearestNames], float64(e.names.cosine(&s.latest[i].names)))
	}
	if f[Names] == 0 && e.names.length > 0 && s.names.length > 0 {
		f[Strangers] = 1
	}
	if e.rare > 0 {
		shared := float32(0)
		for _, t := range s.words.terms {
			if w := e.words.weight(t.term); w >= rareFloor {
				shared += w
			}
		}
		f[Rare] = float64(shared / e.rare)
	}
	days := max(e.vague, s.silence(at))
	f[Age] = 1 - math.Exp(-days/3)
	f[Stale] = max(0, days-7) / 7
	f[Size] = math.Log(float64(min(20, len(s.articles))))
	f[Short] = shortness(e.length)
	f[Alone] = shortness(s.longest)
	return f
}

// margins sets how far each candidate's words lie from the best of the others.
func margins(cs []Candidate) {
	best, second := 0.0, 0.0
	for i := range cs {
		if v := cs[i].Features[Words]; v > best {
			best, second = v, best
		} else if v > second {
			second = v
		}
	}
	for i := range cs {
		f := &cs[i].Features
		if f[Words] == best {
			f[Margin] = best - second
		} else {
			f[Margin] = f[Words] - best
		}
	}
}

func shortness(words int) float64 { return math.Exp(-float64(words) / 100) }
