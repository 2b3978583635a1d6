package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Extract returns the statements of an analysed article in the order in which
// they begin, with source, cue, content, kind, speech, parent and confidence
// set. Metadata and furniture blocks yield none; blocks may be nil, then all
// of the text is read.
func Extract(doc *english.Document, blocks []news.Block) []news.Statement {
	return nil
}
