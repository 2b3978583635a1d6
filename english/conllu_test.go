package english

import (
	"strings"
	"testing"
)

const conllu = `# sent_id = 1
# text = They don't know.
1	They	_	_	_	_	_	_	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	_	_	_	_	_	_	_	_
3	n't	_	_	_	_	_	_	_	_
4	know	_	_	_	_	_	_	_	SpaceAfter=No
5	.	_	_	_	_	_	_	_	_

1	Quietly	_	_	_	_	_	_	_	Kept=Yes

`

const parsed = `# sent_id = 1
# text = They don't know.
1	They	they	PRON	PRP	Number=Plur|Person=3	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	Number=Plur|Person=3|Tense=Pres|VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	know	know	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

1	Quietly	quietly	ADV	RB	_	0	root	_	Kept=Yes

`

func TestParseConlluKeepsWords(t *testing.T) {
	var b strings.Builder
	if err := ParseConllu(strings.NewReader(conllu), &b); err != nil {
		t.Fatal(err)
	}
	if b.String() != parsed {
		t.Errorf("got\n%s\nwant\n%s", b.String(), parsed)
	}
}

func TestReadConlluNamesTheLine(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"1\tone\n", "line 1: 2 columns, want 10"},
		{"# x\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 2: word "2", want 1`},
	} {
		err := ReadConllu(strings.NewReader(c.file), func(*ConlluSentence) error { return nil })
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.file, err, c.want)
		}
	}
}

func FuzzReadConllu(f *testing.F) {
	f.Add(conllu)
	f.Add("1\t\t\t\t\t\t\t\t\t\n")
	f.Fuzz(func(t *testing.T, file string) {
		if len(file) > 1<<10 {
			return
		}
		var b strings.Builder
		_ = ParseConllu(strings.NewReader(file), &b)
	})
}
