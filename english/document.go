// Package english reads English text: sentences, words, lemmas, tags, heads,
// names and quotations, with exact byte offsets.
//
// Annotate does all of it; AnnotateWords keeps words that are given. Both are
// pure: the same text gives the same document.
package english

import "github.com/hearsay-news/hearsay/news"

// Document is an analysed text. Words lie in the order of the text and never
// overlap; every byte of Text outside words is white space.
type Document struct {
	Text       string
	Words      []Word
	Sentences  []Sentence
	Names      []Name
	Quotations []Quotation // outer before inner, in order of their opening marks
	// Contexts holds ContextWidth numbers for each word: what the net that tags
	// and parses made of the word in its sentence, in parts of 32. Nil where
	// the document is too long or they were dropped.
	Contexts []int8
}

// ContextWidth is how many numbers of Contexts belong to each word.
const ContextWidth = width

// Word is a syntactic word of Universal Dependencies.
type Word struct {
	news.Span
	Lemma  string
	UPOS   UPOS
	XPOS   XPOS
	Feats  Feats
	Head   int32 // index into Document.Words, -1 for the root of a sentence
	Deprel Deprel
	Quote  int32 // index of the innermost quotation it stands in, -1 for none
}

// Sentence is the words [First, Last) and the bytes from the first to the last.
type Sentence struct {
	news.Span
	First, Last int32
	// Paragraph counts paragraphs (parted by line ends as intake's blocks are)
	// from 0.
	Paragraph int32
}

// Name is a named entity: the words [First, Last).
type Name struct {
	news.Span
	First, Last int32
	Type        NameType
}

// Quotation is a stretch between quotation marks, marks included. A quotation
// that runs on over paragraphs which reopen it is one quotation.
type Quotation struct {
	news.Span
	Parent int32 // index of the quotation it is nested in, -1 for none
	Closed bool  // false where the closing mark was missing and the end was recovered
}
