// Package copying finds the passages that articles have in common and says
// which article took them from which, by what evidence, or that this cannot be
// told.
//
// The road: articles become normalised words with a map back to the text; word
// triples that survive rewording are sampled (winnowing) into an inverted
// index; pairs that share some of them are aligned unit by unit (a unit is
// about a sentence); the aligned units become passages; the evidence of each
// pair gives a direction; and from directed pairs follow each article's class
// and parent, and texts that nobody in the set printed whole.
//
// It measures containment and alignment, never Jaccard similarity: copies of
// an agency text are usually cut, and a short copy of a long text is a copy.
package copying
