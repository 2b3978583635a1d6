package stories

import (
	_ "embed"
	"encoding/json"
	"math"
	"sync"
)

// Model weighs features into the chance that an article belongs to a story
// (logistic regression).
type Model struct{ Weights Features }

//go:embed model.json
var modelJSON []byte

var embedded = sync.OnceValue(func() *Model {
	byName := map[string]float64{}
	if err := json.Unmarshal(modelJSON, &byName); err != nil {
		panic("stories: model.json: " + err.Error())
	}
	m := &Model{}
	for i, name := range FeatureNames {
		m.Weights[i] = byName[name]
	}
	return m
})

// Chance that an article with these features belongs to the story.
func (m *Model) Chance(f *Features) float64 {
	z := 0.0
	for i, w := range m.Weights {
		z += float64(w * f[i])
	}
	return 1 / (1 + math.Exp(-z))
}
