// Package claims groups passages of one story's reports by the proposition
// they are about, and says where each voice stands on it.
//
// Group takes analysed reports and gives claims with their positions; who
// copied whom and how many origins a claim has is package account's work.
package claims
