package copying

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTokenise(t *testing.T) {
	for text, want := range map[string]string{
		"The board’s quay":             "the board quay",
		"the boards' quay":             "the boards quay",
		"don't":                        "dont",
		"U.S. and U.S.-led":            "us and us led",
		"1,000.5 crowns":               "1000.5 crowns",
		"3, 4 and 5":                   "3 4 and 5",
		"10 per cent, 10 percent, 10%": "10 percent 10 percent 10 percent",
		"$5m or 12bn":                  "5 m or 12 bn",
		"Żółć, Ærø and STRASSE":        "zolc aero and strasse",
		"co-operate":                   "co operate",
		"soft\u00adhyphen":             "softhyphen",
		"港は火曜":                         "港 は 火 曜",
		"":                             "",
	} {
		var got []string
		for _, tok := range tokenise(text, nil) {
			got = append(got, tok.norm)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

func FuzzTokenise(f *testing.F) {
	for _, s := range []string{"", "The board’s “quay” closed.", "\xff\xfea\xe2\x80", "1,,000..5%% per cent", "''s'S’s", "\u00ad\u0301e\u0301", "U.S.S.R. A.B", "5m5bn", "漢a字"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, tok := range tokenise(text, nil) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("%v after %d in %q", tok.Span, end, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(tok.In(text)) {
				t.Fatalf("%v parts a code point of %q", tok.Span, text)
			}
			if tok.norm == "" || len(tok.norm) > longestWord+utf8.UTFMax {
				t.Fatalf("norm %q of %q", tok.norm, text)
			}
			end = tok.End
		}
	})
}

func TestStem(t *testing.T) {
	for _, forms := range []string{
		"report reports reported reporting",
		"stop stops stopped stopping",
		"country countries",
		"organise organize organised organizing",
		"harbour harbor harbours",
		"quick quickly",
	} {
		words := strings.Fields(forms)
		for _, w := range words[1:] {
			if stem(w) != stem(words[0]) {
				t.Errorf("%s gives %q, %s gives %q", words[0], stem(words[0]), w, stem(w))
			}
		}
	}
}
