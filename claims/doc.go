// Package claims groups passages of one story's reports by the proposition
// they are about, and says where each voice stands on it.
//
// The road: statements and narration are parted into passages, one a sentence
// and clause; passages that print one utterance become one node; a linear
// model weighs readable evidence for each pair of nodes; nodes are linked while
// the mean of the pairs allows it; passages that only point at a claim go where
// they point. Who copied whom and how many origins a claim has is package
// account's work.
package claims
