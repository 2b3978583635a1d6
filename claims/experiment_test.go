package claims

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/annotate"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

type goldStory struct {
	name    string
	reports []*annotate.Annotated
	ps      []passage
	claim   []string
	senses  []sense
	v       *vocabulary
}

func loadGold(t *testing.T) []goldStory {
	files, _ := filepath.Glob("../../shared/data/positions/gold/*.json")
	var out []goldStory
	for _, f := range files {
		var g struct {
			Items []struct{ Article, Passage, Claim, Stance, Kind, Voice string }
		}
		b, _ := os.ReadFile(f)
		json.Unmarshal(b, &g)
		var s struct {
			Articles []struct{ ID, Text, Title string }
		}
		b, _ = os.ReadFile(strings.Replace(f, "/gold/", "/stories/", 1))
		json.Unmarshal(b, &s)
		gs := goldStory{name: filepath.Base(f)}
		idx := map[string]int{}
		for i := range s.Articles {
			a := &news.Article{ID: s.Articles[i].ID, Text: s.Articles[i].Text}
			idx[a.ID] = i
			gs.reports = append(gs.reports, &annotate.Annotated{Article: *a, Doc: english.Annotate(a.Text)})
		}
		for _, it := range g.Items {
			r := idx[it.Article]
			at := strings.Index(gs.reports[r].Article.Text, it.Passage)
			sp := news.Span{Start: at, End: at + len(it.Passage)}
			k := 0
			bo := 0
			for i := range gs.reports[r].Doc.Sentences {
				if o := gs.reports[r].Doc.Sentences[i].Overlap(sp); o > bo {
					bo, k = o, i
				}
			}
			gs.ps = append(gs.ps, passage{report: r, statement: -1, sentence: k, Span: sp, content: []news.Span{sp}})
			gs.claim = append(gs.claim, it.Claim)
		}
		gs.v, gs.senses = understand(gs.reports, gs.ps)
		out = append(out, gs)
	}
	return out
}

func TestExperiment(t *testing.T) {
	gold := loadGold(t)
	type pair struct {
		e evidence
		y float64
	}
	pairsOf := func(g *goldStory) []pair {
		var out []pair
		for i := range g.ps {
			for j := range i {
				if g.ps[i].report == g.ps[j].report && g.ps[i].Span == g.ps[j].Span {
					continue
				}
				y := 0.0
				if g.claim[i] == g.claim[j] {
					y = 1
				}
				out = append(out, pair{g.v.compare(&g.senses[i], &g.senses[j], &g.ps[i], &g.ps[j]), y})
			}
		}
		return out
	}
	all := make([][]pair, len(gold))
	for i := range gold {
		all[i] = pairsOf(&gold[i])
	}
	fit := func(hold int) [features]float64 {
		var w [features]float64
		var g2 [features]float64
		for it := 0; it < 200; it++ {
			for s := range all {
				if s == hold {
					continue
				}
				wt := 1 / float64(len(all[s])) * 1000
				var grad [features]float64
				for _, p := range all[s] {
					z := 0.0
					for f := range w {
						z += w[f] * p.e[f]
					}
					d := p.y - 1/(1+math.Exp(-z))
					for f := range w {
						grad[f] += d * p.e[f] * wt
					}
				}
				for f := range w {
					grad[f] -= 0.5 * w[f]
					g2[f] += grad[f] * grad[f]
					w[f] += 0.5 * grad[f] / (math.Sqrt(g2[f]) + 1e-6)
				}
			}
		}
		return w
	}
	var ws [][features]float64
	for h := range gold {
		ws = append(ws, fit(h))
	}
	for f := range featureNames {
		fmt.Printf("%s %.2f  ", featureNames[f], ws[0][f])
	}
	fmt.Println()
	for _, th := range []float64{-2.4, -2.0, -1.6, -1.2, -0.8, -0.4} {
		P, R, n := 0.0, 0.0, 0
		for h := range gold {
			g := &gold[h]
			sim := func(i, j int) float64 {
				if g.ps[i].report == g.ps[j].report && g.ps[i].Span == g.ps[j].Span {
					return 10
				}
				e := g.v.compare(&g.senses[i], &g.senses[j], &g.ps[i], &g.ps[j])
				z := 0.0
				for f := range e {
					z += e[f] * ws[h][f]
				}
				return z
			}
			cl := map[int]int{}
			for k, m := range averageLinkBy(len(g.ps), sim, th) {
				for _, x := range m {
					cl[x] = k
				}
			}
			for i := range g.ps {
				mates, same, tot := 0, 0, 0
				for j := range g.ps {
					if g.claim[j] == g.claim[i] {
						tot++
					}
					if cl[j] == cl[i] {
						mates++
						if g.claim[j] == g.claim[i] {
							same++
						}
					}
				}
				P += float64(same) / float64(mates)
				R += float64(same) / float64(tot)
				n++
			}
		}
		P /= float64(n)
		R /= float64(n)
		fmt.Printf("th %.2f P %.1f R %.1f F %.1f\n", th, 100*P, 100*R, 200*P*R/(P+R))
	}
	_ = sort.Ints
}
