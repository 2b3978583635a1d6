package english

import (
	_ "embed"
	"strings"
)

//go:embed splits.txt
var splitsFile string

// splits is how single words are cut.
var splits = readSplits(splitsFile)

type splitLists struct {
	contractions              map[string]int // where they part
	prefixes, units, ordinary map[string]bool
}

func readSplits(file string) splitLists {
	l := splitLists{map[string]int{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(file) {
		f := strings.Fields(line)
		if len(f) != 2 {
			continue
		}
		switch f[0] {
		case "contraction":
			head, tail, _ := strings.Cut(f[1], "|")
			l.contractions[head+tail] = len(head)
		case "prefix":
			l.prefixes[f[1]] = true
		case "unit":
			l.units[f[1]] = true
		case "ordinary":
			l.ordinary[f[1]] = true
		}
	}
	return l
}

// fold is s with small ASCII letters and straight apostrophes, until the next
// call.
func (t *tokenizer) fold(s string) []byte {
	t.folded = t.folded[:0]
	for k := 0; k < len(s); k++ {
		c := s[k]
		if isUpper(c) {
			c |= 0x20
		}
		if c == 0xe2 && strings.HasPrefix(s[k:], "’") {
			c = '\''
			k += 2
		}
		t.folded = append(t.folded, c)
	}
	return t.folded
}

// clitics emits [i, j), with 's, n't and their like apart.
func (t *tokenizer) clitics(i, j int) {
	s := t.text[i:j]
	w := t.fold(s)
	mark := 1
	if len(w) < len(s) {
		mark = len("’")
	}
	n := len(w)
	switch {
	case n > 3 && string(w[n-3:]) == "n't":
		t.emit(i, j-2-mark)
		t.emit(j-2-mark, j)
		return
	case n > 2 && w[n-2] == '\'' && (w[n-1] == 's' || w[n-1] == 'm' || w[n-1] == 'd'):
		t.clitics(i, j-1-mark)
		t.emit(j-1-mark, j)
		return
	case n > 3 && w[n-3] == '\'' && (string(w[n-2:]) == "re" || string(w[n-2:]) == "ve" || string(w[n-2:]) == "ll"):
		t.clitics(i, j-2-mark)
		t.emit(j-2-mark, j)
		return
	}
	if cut := splits.contractions[string(w)]; cut > 0 {
		t.emit(i, i+cut)
		t.emit(i+cut, j)
		return
	}
	if cut := unitStart(s); cut > 0 {
		t.emit(i, i+cut)
		t.emit(i+cut, j)
		return
	}
	t.emit(i, j)
}

// unitStart is where the unit starts in a number with a unit: 10km, 1.2m, 5pm.
func unitStart(s string) int {
	if !isDigit(s[0]) {
		return 0
	}
	k := 0
	for k < len(s) && (isDigit(s[k]) || s[k] == '.' || s[k] == ',' || s[k] == ':') {
		k++
	}
	if k < len(s) && splits.units[s[k:]] {
		return k
	}
	return 0
}

// apostrophe takes what starts with an apostrophe: a clitic, or a year like
// '72. It returns 0 where the apostrophe is a quotation mark.
func (t *tokenizer) apostrophe(i, j, end int) int {
	s := t.text
	k := wordEnd(s, j, end)
	if k == j {
		return 0
	}
	rest := s[j:k]
	switch strings.ToLower(rest) {
	case "s", "m", "d", "re", "ve", "ll":
		if t.glued || rest == "s" {
			t.emit(i, k)
			return k
		}
	case "em", "n", "cause", "til", "tis", "twas":
		t.emit(i, k)
		return k
	}
	if isDigit(s[j]) && (k-j == 2 || k-j == 3 && s[k-1] == 's') && !t.glued {
		t.emit(i, k)
		return k
	}
	return 0
}

// hyphen reports whether the hyphen at j stays inside the word [i, …).
func (t *tokenizer) hyphen(i, j, k, end int) bool {
	s := t.text
	if j-i > 24 {
		return false
	}
	t.folded = t.folded[:0]
	digits := true
	for n := i; n < j; n++ {
		c := s[n]
		if isUpper(c) {
			c |= 0x20
		}
		if !isDigit(c) && c != '/' && c != '-' {
			digits = false
		}
		t.folded = append(t.folded, c)
	}
	if splits.prefixes[string(t.folded)] {
		return isLetter(s[k]) || isDigit(s[k])
	}
	if !digits || !isDigit(s[k]) {
		return false
	}
	// Telephone numbers and dates: 555-0100, 11-20-2000.
	n := k
	for n < end && isDigit(s[n]) {
		n++
	}
	if n < end && s[n] == '-' && n+1 < end && isDigit(s[n+1]) {
		return true
	}
	first := j - i
	return strings.IndexByte(s[i:j], '-') > 0 || first == 3 && n-k == 4
}
