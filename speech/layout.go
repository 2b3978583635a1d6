package speech

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/english"
)

// Some statements are told by the layout alone: a signed quotation
//
//	“The weir will hold.” — Mara Adler
//
// the turns of a transcript
//
//	ADLER: The weir will hold.
//
// and headlines
//
//	Mara Adler: weir will hold

// laidOut returns the mentions of a paragraph that is one of these, nil for
// any other. p is the part of the document that is read. One turn alone is
// none: places and labels stand before colons too.
func (v *view) laidOut(p paragraph) []mention {
	if out := v.turn(p); out != nil && v.isTranscript() {
		return out
	}
	if out := v.signed(p); out != nil {
		return out
	}
	return v.headline(p)
}

func (v *view) isTranscript() bool {
	if v.turns == 0 {
		v.turns = 1
		for _, p := range v.paras {
			if v.turn(p) != nil {
				v.turns++
			}
		}
	}
	return v.turns > 2
}

const longestSigner = 12 // words

// turn reads "NAME: what is said", the name in capitals, perhaps behind an
// opening quotation mark.
func (v *view) turn(p paragraph) []mention {
	first := p.first
	if v.punct[first] == 'q' && first+1 < p.last {
		first++
	}
	colon := first
	letters := 0
	for ; colon < p.last && colon < first+5 && v.punct[colon] != ':'; colon++ {
		word := v.doc.Words[colon].In(v.doc.Text)
		for _, r := range word {
			if unicode.IsLower(r) {
				return nil
			}
			if unicode.IsUpper(r) {
				letters++
			}
		}
	}
	if letters < 3 || colon >= p.last || v.punct[colon] != ':' || colon+3 >= p.last {
		return nil
	}
	last := p.last - 1
	if v.doc.Words[last].In(v.doc.Text) == "." {
		last--
	}
	return []mention{
		v.mention(0, first, colon-1, 0.8),
		v.mention(1, colon, colon, 0.8),
		v.mention(2, colon+1, last, 0.8),
	}
}

// signed reads a quotation from the paragraph's begin, a dash and a name.
func (v *view) signed(p paragraph) []mention {
	dash := p.last - 2
	for ; dash > p.first+3 && p.last-dash <= longestSigner; dash-- {
		if v.punct[dash] == '-' {
			break
		}
	}
	if dash <= p.first+3 || p.last-dash > longestSigner || v.punct[dash] != '-' {
		return nil
	}
	open, closed := v.doc.Words[p.first].Quote, v.doc.Words[dash-1].Quote
	if open < 0 || open != closed || v.punct[dash-1] != 'q' || v.doc.Quotations[open].Start < v.doc.Words[p.first].Start {
		return nil
	}
	first, last := dash+1, dash+1
	for i := first; i < p.last && v.punct[i] == 0; i++ {
		last = i
	}
	r, _ := utf8.DecodeRuneInString(v.doc.Words[first].In(v.doc.Text))
	if !unicode.IsUpper(r) {
		return nil
	}
	return []mention{
		v.mention(2, p.first, dash-1, 0.8),
		v.mention(1, dash, dash, 0.8),
		v.mention(0, first, last, 0.8),
	}
}

const longestHeadline = 25 // words

// headline reads "Name: what is said" in a line that ends without a full stop.
func (v *view) headline(p paragraph) []mention {
	if p.last-p.first > longestHeadline || p.last-p.first < 4 || v.punct[p.last-1] == '.' || v.punct[p.last-1] == ':' {
		return nil
	}
	colon := p.first + 1
	for ; colon < p.last && colon < p.first+6 && v.punct[colon] != ':'; colon++ {
		if v.punct[colon] != 0 && v.punct[colon] != '.' {
			return nil
		}
	}
	if colon+3 > p.last || v.punct[colon] != ':' || !v.endsName(colon-1) {
		return nil
	}
	return []mention{
		v.mention(0, p.first, colon-1, 0.5),
		v.mention(1, colon, colon, 0.5),
		v.mention(2, colon+1, p.last-1, 0.5),
	}
}

// endsName reports whether a name of a person or an organisation ends there.
func (v *view) endsName(i int32) bool {
	for _, n := range v.doc.Names {
		if n.Last == i+1 {
			return n.Type == english.PersonName || n.Type == english.OrganisationName
		}
	}
	return false
}
