// Package news defines the words of hearsay: article, statement, voice, claim,
// position, copy, origin, story, account. Plain data; it imports nothing of ours.
//
// Positions in a text are byte offsets, half open. They become Unicode code
// points once, at the edge, through Offsets.
package news
