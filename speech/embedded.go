package speech

import (
	_ "embed"
	"sync"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

//go:embed model/speech.bin
var modelFile []byte

// loaded reads the model when it is first needed.
var loaded = sync.OnceValue(func() *Model {
	m, err := readModel(modelFile)
	if err != nil {
		panic(err)
	}
	return m
})

// Extract returns the statements of an analysed article in the order in which
// they begin, with source, cue, content, kind, speech, parent and confidence
// set. Metadata and furniture blocks yield none; blocks may be nil, then all
// of the text is read.
func Extract(doc *english.Document, blocks []news.Block) []news.Statement {
	return loaded().Extract(doc, blocks)
}
