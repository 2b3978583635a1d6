package speech

import (
	_ "embed"

	"github.com/hearsay-news/hearsay/lexicon"
)

//go:embed words.txt
var wordsText string

var wordLists = lexicon.Read(wordsText)

// What these words do is told in words.txt.
var (
	tellers       = wordLists.Of("tellers")
	surely        = wordLists.Of("surely")
	needsClause   = wordLists.Of("needs-clause")
	wholes        = wordLists.Of("wholes")
	signers       = wordLists.Of("signers")
	naming        = wordLists.Of("naming")
	disclaims     = wordLists.Of("disclaims")
	answering     = wordLists.Of("answering")
	directs       = wordLists.Of("directs")
	transparent   = wordLists.Of("transparent")
	acts          = wordLists.Of("acts")
	sayings       = wordLists.Of("sayings")
	bySaying      = wordLists.Of("by-saying")
	documents     = wordLists.Of("documents")
	evidences     = wordLists.Of("evidences")
	citable       = wordLists.Of("citable")
	withheld      = wordLists.Of("withheld")
	occasionNouns = wordLists.Of("occasions")
)
