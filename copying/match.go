package copying

import (
	"github.com/hearsay-news/hearsay/news"
)

// match is a unit of one article, or part of one, that stands in another.
type match struct {
	unit           int32 // of the copy
	of, in         extent
	likeness       int16 // per mille: twice the mass shared by the mass of both
	cover          int16 // per mille of the unit's mass that is shared
	content        int16 // content words shared
	plain          int16 // content words shared that are no names
	run            int16 // longest run of words that are the same
	added, missing int16 // content words put in, left out, with nothing in their place
	change         change
	same           bool // the same words as a unit of the source
	quote          bool
	wholeSource    bool // all words of a sentence of the source are in it
	furniture      bool // of either article: follows other passages, makes no relation
	mostOfUnit     bool // two thirds of the unit at least, not a part of it
	cutShort       bool // the copy ends before its source's sentence does
}

// extent is a span in little memory.
type extent struct{ start, end uint32 }

func extentOf(s news.Span) extent { return extent{uint32(s.Start), uint32(s.End)} }

func (e extent) span() news.Span { return news.Span{Start: int(e.start), End: int(e.end)} }

// change is how a match differs from its source.
type change uint8

const (
	verbatim change = iota
	reworded
	cut
)

var changeNames = [...]string{"verbatim", "reworded", "cut"}

func (c change) String() string { return changeNames[c] }

// The rules by which an aligned unit counts as copied. A strong match says
// that two articles are related; between related articles less is needed.
const (
	strongCover   = 600
	strongContent = 4
	strongPlain   = 3
	strongRun     = 4
	partRun       = 8 // of a unit that is copied in part
	partPlain     = 3
	alsoCover     = 480
	alsoContent   = 3
	placedCover   = 300 // of a unit that stands where the source has it
	placedContent = 2
	shortCover    = 750
	shortContent  = 2
	wholeRun      = 4 // of a sentence of the source that is there as a whole
	// An article pair with one strong match needs more, or chance would do.
	alonePlain = 4
	aloneRun   = 8
	// or, reworded:
	rewordedPlain = 7
	rewordedRun   = 5
	rewordedCover = 680
)

func (m *match) strong() bool {
	return m.content >= strongContent && m.plain >= strongPlain && m.cover >= strongCover && m.run >= strongRun ||
		m.run >= partRun && m.plain >= partPlain
}

func (m *match) weak() bool {
	return m.same || m.content >= alsoContent && m.cover >= alsoCover || m.content >= shortContent && m.cover >= shortCover ||
		m.wholeSource && m.run >= wholeRun
}

// placed reports whether the match, too little by itself, stands in the copy
// where it stands in the source: between the same strong matches, which start
// at before and after in the source.
func (m *match) placed(before, after uint32) bool {
	return m.content >= placedContent && m.cover >= placedCover && m.mostOfUnit && !m.furniture &&
		before <= m.of.start && m.of.start <= after
}

func (m *match) enoughAlone() bool {
	return m.plain >= alonePlain && (m.run >= aloneRun+4 || m.run >= aloneRun && m.cover >= strongCover) ||
		m.plain >= rewordedPlain && m.run >= rewordedRun && m.cover >= rewordedCover
}
