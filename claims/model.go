package claims

import (
	_ "embed"
	"encoding/json"
)

//go:embed weights.json
var weightsJSON []byte

// linear judges evidence: the log odds that two passages are about one
// proposition.
type linear [features]float64

func (w *linear) score(e *evidence) float64 {
	z := 0.0
	for f := range e {
		z += float64(w[f] * e[f])
	}
	return z
}

var weights = func() (w linear) {
	var byName map[string]float64
	if err := json.Unmarshal(weightsJSON, &byName); err != nil {
		panic("claims: weights.json: " + err.Error())
	}
	for f, name := range featureNames {
		w[f] = byName[name]
	}
	return w
}()

func similar(a, b *sense) float64 {
	z := 0.0
	for d := range a.mean {
		z += float64(a.mean[d] * b.mean[d])
	}
	return z
}
