package speech

// tellers are verbs by which words inside words are told.
var tellers = map[string]bool{"say": true, "tell": true, "state": true, "report": true, "claim": true, "warn": true, "deny": true,
	"confirm": true, "announce": true, "brief": true, "allege": true, "argue": true, "insist": true, "suggest": true, "find": true,
	"testify": true, "admit": true, "acknowledge": true, "conclude": true, "note": true, "assert": true, "contend": true, "maintain": true,
	"promise": true, "vow": true, "accuse": true, "declare": true, "reveal": true, "indicate": true, "believe": true, "write": true,
	"advise": true, "inform": true, "predict": true, "estimate": true, "caution": true, "reject": true, "dispute": true, "express": true,
	"share": true, "provide": true, "call": true, "describe": true, "show": true, "explain": true, "reiterate": true, "liken": true, "pledge": true,
	"repeat": true, "issue": true, "make": true, "stress": true, "emphasize": true, "brand": true, "point": true, "compare": true, "emerge": true, "surface": true}

// needsClause are tellers that tell only with a clause or a report behind them.
var needsClause = map[string]bool{"share": true, "provide": true, "call": true, "describe": true, "show": true, "express": true, "find": true, "write": true, "make": true, "suggest": true, "indicate": true, "believe": true, "note": true, "point": true, "emerge": true, "surface": true}

// wholes are tellers of which what is said runs on behind the object: "likened
// it to a circus".
var wholes = map[string]bool{"liken": true, "compare": true, "accuse": true, "describe": true, "blame": true, "warn": true}

// withheld are what is denied to people, not of something.
var withheld = map[string]bool{"entry": true, "access": true, "term": true, "visa": true, "service": true, "request": true, "permit": true, "license": true, "licence": true, "bail": true,
	"right": true, "opportunity": true, "admission": true, "application": true, "permission": true, "aid": true, "care": true, "coverage": true, "benefit": true, "parole": true, "asylum": true}

// evidences are nouns, beside documents and people, for what shows something in so
// many words.
var evidences = map[string]bool{"evidence": true, "data": true, "figure": true, "result": true, "number": true, "statistic": true, "test": true, "finding": true, "intelligence": true,
	"footage": true, "video": true, "researcher": true, "scientist": true, "government": true, "leader": true, "minister": true, "president": true, "senator": true, "member": true}
