// Package speech finds the statements of one article: whose words or thoughts
// (source), by which expression (cue), and what exactly (content).
package speech
