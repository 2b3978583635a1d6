package account

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// most is how many reports a line names before it only counts them.
const most = 4

// unknowns says what could not be determined, each kind once.
func unknowns(reports []*annotate.Annotated) []news.Unknown {
	names := reportNames(reports)
	var undated, unsigned, foreign, voiceless []string
	speakers := 0
	for i, r := range reports {
		a := &r.Article
		if !a.Published.Known() {
			undated = append(undated, names[i])
		}
		if a.Outlet.Name == "" {
			unsigned = append(unsigned, names[i])
		}
		if a.Language != "" && a.Language != "en" {
			foreign = append(foreign, names[i]+" ("+a.Language+")")
		}
		unknown := 0
		for k := range r.Statements {
			if r.Statements[k].Voice.Name == "" {
				unknown++
			}
		}
		if unknown > 0 {
			voiceless = append(voiceless, names[i])
			speakers += unknown
		}
	}
	var out []news.Unknown
	add := func(what string, list []string, why string) {
		if len(list) > 0 {
			out = append(out, news.Unknown{What: fmt.Sprintf(what, listed(list)), Why: why})
		}
	}
	add("when %s appeared", undated, "no date is given, so “Monday” and “last week” stay unknown there; give --published where you know it")
	add("who published %s", unsigned, "no outlet is named; give --outlet where you know it")
	add("what %s says", foreign, "it is not in English, and other languages are not analysed")
	add("who speaks in "+plural(speakers, "statement")+" of %s", voiceless, "no source is named near enough")
	return out
}

func listed(names []string) string {
	if len(names) > most {
		return fmt.Sprintf("%s and %d other reports", strings.Join(names[:most-1], ", "), len(names)-most+1)
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return names[0]
}

// reportNames calls reports by the files that they were read from, those of
// one file by their ids.
func reportNames(reports []*annotate.Annotated) []string {
	files := map[string]int{}
	for _, r := range reports {
		files[r.Article.Path]++
	}
	names := make([]string, len(reports))
	for i, r := range reports {
		names[i] = r.Article.Path
		if names[i] == "" || names[i] == "-" || files[names[i]] > 1 {
			names[i] = r.Article.ID
		}
	}
	return names
}
