package news

// VoiceType is what kind of speaker a voice is.
type VoiceType string

// The types of voice.
const (
	Person       VoiceType = "person"
	Office       VoiceType = "office"
	Organisation VoiceType = "organisation"
	Document     VoiceType = "document"
	OutletVoice  VoiceType = "outlet"
	Unnamed      VoiceType = "unnamed"
	UnknownVoice VoiceType = "unknown"
)

// Voice is whoever speaks.
type Voice struct {
	Name       string // fullest form printed; an unnamed source's description; "" where unknown
	Type       VoiceType
	Role       string   // as printed: "Kremlin spokesman"
	Variants   []string // other printed forms, in order of appearance
	Count      int      // for unnamed sources: how many, 0 where not said
	Reason     string   // for unnamed sources: why, as printed
	Candidates []string // for unknown voices: who it may be, likeliest first
	Key        string   // identity within a story once voices are unified
}

// Stance is where a voice stands on what it speaks of.
type Stance string

// The stances.
const (
	Affirms     Stance = "affirms"
	Denies      Stance = "denies"
	Declines    Stance = "declines"
	Conditional Stance = "conditional"
	Doubts      Stance = "doubts"
)

// Kind is how the words of a statement are given.
type Kind string

// The kinds. Narration is the article's own voice and only occurs in positions.
const (
	Direct    Kind = "direct"
	Indirect  Kind = "indirect"
	Mixed     Kind = "mixed"
	Narration Kind = "narration"
)

// Statement is a voice, a cue and what is said. Source, cue and content are
// lists of spans in order, each possibly empty.
type Statement struct {
	Source, Cue, Content []Span
	Kind                 Kind
	Speech               bool // false for attitudes and beliefs: "wants", "fears"
	Voice                Voice
	With                 []Voice // joint speakers after the first: "CNN and the Journal"
	Cites                []Voice // whom the voice names as its own sources: "citing two officials"
	Via                  []Relay // outermost first
	Stance               Stance
	SaidOn               string  // YYYY-MM-DD, or a coarser or finer ISO 8601 prefix; "" where unknown
	SaidOnSpan           Span    // the expression that says so
	Addressee            Span    // "told reporters"
	Occasion             Span    // "at a news conference", "in a statement"
	Parent               int     // index of the statement it is nested in, -1 for none
	Confidence           float64 // 0 to 1
}

// Relay is one hop between a voice and the article: an agency that quoted, a
// paper that reported, a statement sent by e-mail.
type Relay struct {
	Name string
	Span Span
}

// Extent is the smallest span that covers source, cue and content.
func (s *Statement) Extent() Span {
	var e Span
	first := true
	for _, part := range [][]Span{s.Source, s.Cue, s.Content} {
		for _, p := range part {
			if first {
				e, first = p, false
				continue
			}
			e.Start, e.End = min(e.Start, p.Start), max(e.End, p.End)
		}
	}
	return e
}

// Name is a named entity in a text.
type Name struct {
	Span
	Type string // "person", "organisation", "place", "other"
}

// TimeExpression is a date, time, duration or set in a text, as in TimeML's
// TIMEX3, with the interval that it denotes.
type TimeExpression struct {
	Span
	Type  string // DATE, TIME, DURATION, SET
	Value string // TIMEX3 value, "" where unknown
	Mod   string // TIMEX3 mod: START, MID, END, APPROX, …, or ""
	// Granularity is the unit that Value is given in: "minute", "part of day",
	// "day", "week", "month", "quarter", "year", …, or "".
	Granularity string
	// From and To bound the interval [From, To) as ISO 8601 local times, ""
	// where unbounded or unknown. They carry an offset where the expression
	// names a time zone.
	From, To string
	Approx   bool
}
