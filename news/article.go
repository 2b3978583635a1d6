package news

import "time"

// Outlet is who publishes.
type Outlet struct {
	Name   string // as printed; "" where unknown
	Site   string // host name without "www."
	Family string // owner or network, where known
	Kind   string // "agency", "newspaper", "broadcaster", "site", … or ""
}

// Date is a calendar day, or an instant where the time of day is known.
type Date struct {
	Time    time.Time // in the zone it was given in; midnight UTC for a plain day
	HasTime bool
	From    string // evidence: "given", "json-ld", "meta", "page", "address", "header line", "date line", …
}

// Known reports whether the date is known at all.
func (d Date) Known() bool { return !d.Time.IsZero() }

// Day is the calendar day as YYYY-MM-DD, "" where unknown.
func (d Date) Day() string {
	if !d.Known() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

// Article is one published text of an outlet. Its text never changes;
// everything else refers to the text by spans.
type Article struct {
	ID        string // as given, else derived from Hash
	Hash      string // hex SHA-256 of Text
	URL       string
	Outlet    Outlet
	Title     string // verbatim; TitleSpan is set where it stands in Text
	TitleSpan Span
	Byline    string
	Dateline  Dateline
	Published Date
	Modified  Date
	Language  string   // ISO 639-1 code, "" where unknown
	Credits   []Credit // agencies and outlets that the article names as its origin
	Text      string
	Blocks    []Block // in order, covering every byte of Text that is not white space
	Path      string  // where it was read from, for messages
}

// Dateline is "WASHINGTON (Reuters) -" and its like.
type Dateline struct {
	Place, Agency string
	Date          Date
	Span          Span
}

// Credit names another outlet or agency as the origin of the article or part
// of it: "By agencies.", "This content originally appeared on …".
type Credit struct {
	Name  string // as printed; "agencies" where none is named
	Whole bool   // the whole article is credited (syndicated), not a contribution
	Span  Span   // zero where the credit stands outside the text
}

// BlockKind says what a stretch of the text is for.
type BlockKind string

// The kinds of block. Only Body, Heading and Quote blocks may yield statements.
const (
	Body      BlockKind = "body"
	Heading   BlockKind = "heading"   // title or cross-heading
	Quote     BlockKind = "quote"     // block quotation
	Metadata  BlockKind = "metadata"  // date line, byline, credit, section name
	Furniture BlockKind = "furniture" // appeals, captions, links, menus
)

// Block is a paragraph-like stretch of an article's text.
type Block struct {
	Span
	Kind BlockKind
	Why  string // for metadata and furniture: what gave it away
}
