package intake

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestRuleFile(t *testing.T) {
	known := map[string]bool{"to the end": true, "whole": true, "part": true, "outlet": true, "agencies": true, "anywhere": true}
	for _, rules := range []map[string][]rule{lineBook().byFirst, lineBook().byLater} {
		for _, list := range rules {
			for _, r := range list {
				for flag := range r.section.flag {
					if !known[flag] {
						t.Errorf("section %q has the unknown flag %q", r.section.why, flag)
					}
				}
				for _, tok := range r.tokens {
					if strings.ContainsAny(tok, "()|[]") || tok[0] == '<' && tok != "<name>" && tok != "<number>" {
						t.Errorf("%q in %q is no token", tok, strings.Join(r.tokens, " "))
					}
					if words := wordsOf(tok); tok[0] != '<' && tok != "..." && (len(words) != 1 || words[0] != tok) {
						t.Errorf("%q in %q can match no word", tok, strings.Join(r.tokens, " "))
					}
				}
				if r.section.flag["whole"] && !r.section.flag["agencies"] && !strings.Contains(strings.Join(r.tokens, " "), "<name>") {
					t.Errorf("%q credits nobody", strings.Join(r.tokens, " "))
				}
			}
		}
	}
}

func TestParseRules(t *testing.T) {
	book, err := parseRules("# x\n[furniture: box; most 5]\n(get|take) (our |the |)letter ...\n... <name> daily\n")
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"Get our letter now":                   "",
		"GET OUR LETTER, NOW!":                 "",
		"Take the letter":                      "",
		"Take letter":                          "",
		"Take a letter":                        "none",
		"Get our letter by post every morning": "none",
		"Read Vell Herald daily":               "Vell Herald",
		"Read it daily":                        "none",
	} {
		words := lineWords(line, longestLine)
		r, name := book.match(words)
		got := "none"
		if r != nil {
			got = ""
			if len(name) > 0 {
				got = line[name[0].start:name[len(name)-1].end]
			}
			if r.section.kind != news.Furniture || r.section.why != "box" {
				t.Errorf("%q: section %+v", line, r.section)
			}
		}
		if line == "Read Vell Herald daily" && got == "Read Vell Herald" {
			continue // the longest run of capitals is as good
		}
		if got != want {
			t.Errorf("%q matches %q, want %q", line, got, want)
		}
	}
	for _, bad := range []string{"get it", "[furniture box]\n", "[body: x]\n", "[furniture: x]\n<name> ...\n"} {
		if _, err := parseRules(bad); err == nil {
			t.Errorf("%q is taken for rules", bad)
		}
	}
}
