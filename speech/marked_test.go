package speech

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// marked reads a text in which statements are marked: [1s Mara Adler] is the
// source of the first, [1c said] its cue, [1t …] what is said. Marks may nest.
func marked(s string) (string, []news.Statement) {
	open := regexp.MustCompile(`^\[(\d)([sct]) `)
	type mark struct {
		statement int
		part      byte
		start     int
	}
	var b strings.Builder
	var stack []mark
	var out []news.Statement
	for len(s) > 0 {
		if m := open.FindStringSubmatch(s); m != nil {
			n, _ := strconv.Atoi(m[1])
			for len(out) < n {
				out = append(out, news.Statement{Parent: -1, Speech: true, Kind: news.Indirect})
			}
			stack = append(stack, mark{n - 1, m[2][0], b.Len()})
			s = s[len(m[0]):]
			continue
		}
		if s[0] == ']' && len(stack) > 0 {
			m := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			span := news.Span{Start: m.start, End: b.Len()}
			st := &out[m.statement]
			switch m.part {
			case 's':
				st.Source = append(st.Source, span)
			case 'c':
				st.Cue = append(st.Cue, span)
			case 't':
				st.Content = append(st.Content, span)
			}
			s = s[1:]
			continue
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String(), out
}
