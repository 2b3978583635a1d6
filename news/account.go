package news

// Passage is a span of an article's text; everything hearsay says cites passages.
type Passage struct {
	Article string // Article.ID
	Span
}

// Story is the articles that tell one developing story.
type Story struct {
	ID       string
	Articles []string // ids, oldest first, undated last
}

// Claim is one proposition that passages of several articles are about.
type Claim struct {
	ID         string
	Passage    Passage // its clearest verbatim passage
	Text       string  // the words of Passage
	Verdict    Verdict
	Origins    []Origin
	Count      Range     // of independent origins that affirm it
	Without    []Without // counterfactuals, in the order of Origins
	Outlets    int       // outlets that carry it
	Positions  []Position
	Turns      []Turn
	Relations  []Relation
	Importance float64
	Background bool    // most passages tell of what lay behind, or of what is always so
	Clarity    float64 // how well Passage is understood alone: about 0, less where it is not
}

// Verdict is the state of a claim. There is none that says "true".
type Verdict string

// The verdicts. Reported claims carry their count of origins beside it.
const (
	Reported     Verdict = "reported"
	SingleOrigin Verdict = "single origin"
	Disputed     Verdict = "disputed"
	Denied       Verdict = "denied"
	Unplaced     Verdict = "unplaced"
)

// Range is a count known to lie from Min to Max.
type Range struct{ Min, Max int }

// Origin is where a claim comes from once copies, credits and relays are
// followed back. Articles with one origin are one source.
type Origin struct {
	ID       string
	Name     string // a voice, an outlet, an agency, or a description of unnamed sources
	Type     VoiceType
	Articles []string // that carry the claim from this origin, oldest first
	Why      string   // why it was counted, or counted as maybe the same as another
	Maybe    string   // id of an origin that it may be the same as, "" for none
	Passages []Passage
}

// Without says how many origins would remain without one.
type Without struct {
	Origin string // Origin.Name
	Count  Range
}

// Position is a voice's stance on a claim at a time.
type Position struct {
	Passage
	Statement int // index among the article's statements, -1 for narration
	Voice     Voice
	Stance    Stance
	// Negative: it denies only in that its words have a "not"; nothing else in
	// the claim is said that they are against.
	Negative bool
	Kind     Kind
	Via      []Relay
	SaidOn   string
	Words    Span // the said words alone, within the passage
	// Utterance is the index, among the claim's positions, of the fullest form
	// of the same utterance: its own index where it is that or stands alone.
	Utterance int
	Changes   []WordChange // how its words differ from the fullest form
}

// WordChange is one difference between two forms of a quote: From is printed
// in the fullest form, To in the other; either may be empty.
type WordChange struct{ From, To string }

// Turn is a voice's change of stance on a claim.
type Turn struct {
	Voice    string
	From, To int // indices into Claim.Positions
}

// Relation ties a claim to another of the same story.
type Relation struct {
	Kind  string // "more specific", "conflicts", "superseded by", "supersedes", "related"
	Claim string // Claim.ID
	Why   string
}

// Event is a line of the timeline.
type Event struct {
	Date    string // ISO 8601, possibly only a year or month
	Passage Passage
	Kind    string // "said" or "about": a day that is spoken of
	Voice   string
	Claim   string
	Approx  bool
}

// Unknown is something that could not be determined, and why.
type Unknown struct {
	What, Why string
	Passage   Passage
}

// Account is all that the reports of one story say, ready to show.
type Account struct {
	Story    Story
	Title    Passage // verbatim; zero where no article has any text
	From, To string  // first and last day of publication, "" where unknown
	Articles []Article
	Voices   []Voice
	Claims   []Claim
	Copies   []Copy
	Lineages []Lineage
	Numbers  []Number
	Timeline []Event
	Unknowns []Unknown
	Links    []Link // why passages stand in their claims, where that was asked for
}

// Number is a quantity that reports give, with what it counts.
type Number struct {
	Passage
	Value float64
	High  float64 // upper end of a range, else Value
	Unit  string  // lemma of what is counted, or a currency or measure
	Scope string  // the words that say of what
	AsOf  string  // ISO 8601 day, "" where unknown
	Voice string
	Note  string // how it relates to the other numbers of the same thing
}

// Copy is a passage of one article taken from another, or shared by both where
// the direction is undetermined.
type Copy struct {
	Of, In       string // article ids; Of is a Lineage id where the source is hidden
	OfSpan       Span   // zero where the source is hidden
	InSpan       Span
	Change       string // "verbatim", "reworded", "cut"
	Quote        bool   // only a shared quotation: weak evidence of copying
	Undetermined bool   // the direction is unknown
	Why          string // evidence of the direction
	Credited     bool
}

// Lineage is where an article as a whole comes from.
type Lineage struct {
	Article string
	Parent  string  // article id, or the name of a hidden common source, "" for none
	Hidden  bool    // Parent is a text that none of the articles is
	Class   string  // "original", "whole", "partial", "none"
	Share   float64 // of the article's characters copied from articles present
	Why     string
}

// Change is what an account has that the account before it had not, or has no
// more.
type Change struct {
	Kind   string // "new", "gone", "strengthened", "weakened", "newly denied", "altered", "republished"
	Story  string // Story.ID in the later account
	What   string // what changed, in words
	Before Passage
	After  Passage
	// The words of the passages: articles that are no longer read still show.
	BeforeText, AfterText string
}

// Link says why a passage stands in its claim: the passage of the claim that
// it was tied to most strongly, and by what.
type Link struct {
	Passage, To Passage
	Claim       string   // Claim.ID
	Odds        float64  // log odds that both are about one proposition; 0 where that was not asked
	Why         []string // the evidence, the weightiest first
}
