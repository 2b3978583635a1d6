package learn

import "math"

// Perceptron is a linear classifier over hashed features in training. Its
// averaged weights are what is kept.
type Perceptron struct {
	Classes int
	Bits    uint
	weights []float32
	sums    []float32
	steps   float32
}

// NewPerceptron has 1<<bits rows, to which features are hashed, of one weight a
// class.
func NewPerceptron(classes int, bits uint) *Perceptron {
	n := classes << bits
	return &Perceptron{Classes: classes, Bits: bits, weights: make([]float32, n), sums: make([]float32, n), steps: 1}
}

// Score writes the score of each class.
func (p *Perceptron) Score(features []Feature, scores []float32) {
	clear(scores)
	for _, f := range features {
		at := int(f.Row(p.Bits)) * p.Classes
		row := p.weights[at : at+len(scores)]
		for i, w := range row {
			scores[i] += w
		}
	}
}

// Step counts one decision; averages are taken over steps.
func (p *Perceptron) Step() { p.steps++ }

// Update moves the weights of the features by the given amount for a class.
func (p *Perceptron) Update(features []Feature, class int, by float32) {
	for _, f := range features {
		at := int(f.Row(p.Bits))*p.Classes + class
		p.weights[at] += by
		p.sums[at] += by * p.steps
	}
}

// Average is the classifier of the averaged weights, in sixteenths of their
// root mean square. Weights below cut of the root mean square are dropped.
func (p *Perceptron) Average(cut float32) *Linear {
	l := &Linear{Classes: p.Classes, Bits: p.Bits, Weights: make([]int16, len(p.weights))}
	var sum float64
	n := 0
	for i, w := range p.weights {
		if a := float64(w - p.sums[i]/p.steps); a != 0 {
			sum += a * a
			n++
		}
	}
	if n == 0 {
		return l
	}
	unit := math.Sqrt(sum/float64(n)) / 16
	for i, w := range p.weights {
		q := math.Round(float64(w-p.sums[i]/p.steps) / unit)
		if math.Abs(q) >= 16*float64(cut) {
			l.Weights[i] = int16(max(-math.MaxInt16, min(math.MaxInt16, q)))
		}
	}
	return l
}
