package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// Markdown writes accounts as CommonMark.
func Markdown(w io.Writer, accounts []news.Account) error {
	b := bufio.NewWriter(w)
	for i := range accounts {
		if i > 0 {
			b.WriteString("\n---\n\n")
		}
		markdownAccount(b, newView(&accounts[i]))
	}
	return b.Flush()
}

func markdownAccount(b *bufio.Writer, v *view) {
	fmt.Fprintf(b, "# %s\n\n%s\n", escape(v.words(v.Title)), extent(v))
	b.WriteString("\n## Reports\n\n")
	for i := range v.Articles {
		a := &v.Articles[i]
		line := escape(outlet(a)) + ", " + published(a)
		for _, c := range a.Credits {
			line += ", credits " + escape(oneLine(c.Name))
		}
		if url := address(a); url != "" {
			line += " <" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(oneLine(url)) + ">"
		}
		fmt.Fprintf(b, "%d. %s\n", i+1, line)
	}
	b.WriteString("\n## Claims\n")
	for i := range v.Claims {
		c := &v.Claims[i]
		fmt.Fprintf(b, "\n### %d. %s\n\n**%s** · %s\n", i+1, escape(cite(v.words(c.Passage))), verdict(c), v.carried(c))
		if len(c.Origins) > 0 {
			b.WriteString("\n")
		}
		for _, line := range originLines(v, c) {
			fmt.Fprintf(b, "- %s\n", escape(line))
		}
		b.WriteString("\n")
		for _, s := range v.sayings(c) {
			var heads []string
			for _, i := range s.voices {
				heads = append(heads, "**"+escape(sayingHead(v, c, i))+"**")
			}
			p := &c.Positions[s.forms[0]]
			fmt.Fprintf(b, "- %s: %s %s\n", strings.Join(heads, ", "), escape(cite(v.words(p.Passage))), escape(strings.Join(v.places(c, s.forms), ", ")))
			for _, i := range s.forms[1:] {
				x := &c.Positions[i]
				if len(x.Changes) == 0 {
					continue
				}
				fmt.Fprintf(b, "  - printed differently in %s: %s\n", escape(v.where(x.Passage)), escape(changes(x.Changes)))
			}
		}
		for _, line := range append(turnLines(c), relationLines(v, c)...) {
			fmt.Fprintf(b, "- %s\n", escape(line))
		}
	}
	if line := passingLine(v); line != "" {
		fmt.Fprintf(b, "\n%s\n", escape(line))
	}
	markdownList(b, "Copies", copyLines(v))
	markdownList(b, "Numbers", numberLines(v))
	var lines []string
	for _, l := range timelines {
		lines = nil
		for _, e := range events(v, l.kind) {
			lines = append(lines, eventLine(v, e))
		}
		markdownList(b, l.head, lines)
	}
	markdownList(b, "Why passages are grouped", linkLines(v))
	lines = nil
	for _, u := range v.Unknowns {
		lines = append(lines, u.What+": "+u.Why)
	}
	markdownList(b, "Not determined", lines)
}

func markdownList(b *bufio.Writer, head string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n", head)
	for _, l := range lines {
		fmt.Fprintf(b, "- %s\n", escape(l))
	}
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "&", `\&`)

// escape keeps printed words from being read as Markdown or HTML.
func escape(s string) string { return markdownEscapes.Replace(s) }
