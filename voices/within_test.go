package voices

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// sources makes a statement of each source that is marked in a text: [Mara
// Adler]. What is said does not matter here.
func sources(text string) (string, []news.Statement) {
	var b strings.Builder
	var out []news.Statement
	start := 0
	for _, r := range text {
		switch r {
		case '[':
			start = b.Len()
		case ']':
			out = append(out, news.Statement{Parent: -1, Speech: true, Kind: news.Indirect, Source: []news.Span{{Start: start, End: b.Len()}}})
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), out
}

func TestWithin(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"surname", "[Mara Adler] said the dam held. [Adler] said the shore was dry.", []string{"Mara Adler", "Mara Adler"}},
		{"title", "[Ms. Adler] said the dam held. Mara Adler runs the harbour.", []string{"Mara Adler"}},
		{"pronoun", "[Mara Adler] said the dam held. [She] said the shore was dry.", []string{"Mara Adler", "Mara Adler"}},
		{"gender", "[Mara Adler] met Robert Quist on Monday. [He] said the shore was dry.", []string{"Mara Adler", "Robert Quist"}},
		{"role", "[Harbour Guild spokesman Robert Quist] said the dam held. [The spokesman] said the shore was dry.", []string{"Robert Quist", "Robert Quist"}},
		{"apposition", "[Robert Quist, a spokesman for Mayor Mara Adler,] said the dam held.", []string{"Robert Quist"}},
		{"spokeswoman for a person", "Mara Adler is the mayor. [A spokeswoman for Ms. Adler] said the dam held.", []string{"Mara Adler's office"}},
		{"spokesman for a body", "[A NATO spokesperson] said the dam held.", []string{"NATO"}},
		{"seat", "[Kyiv] said the dam held.", []string{"Ukraine"}},
		{"list", "[Mara Adler and Robert Quist] said the dam held.", []string{"Mara Adler"}},
		{"unnamed", "[two officials] said the dam held.", []string{"two officials"}},
		{"introduced", "An inspector of the harbour board found rust on the Quist bridge. Mara Adler left. [The inspector] said the dam held.", []string{"An inspector of the harbour board"}},
		{"company", "A leak at the Brennick paint works was found. [Brennick] denied it. [The company] said the dam held.", []string{"Brennick", "Brennick"}},
		{"body", "The lake agency met on Monday. [The agency] said the dam held.", []string{"The lake agency"}},
		{"body of its sort", "The Tidal Revenue Service answered the Pilots Association. [The agency] said the dam held.", []string{"Tidal Revenue Service"}},
		{"body of the sentence", "[Northgate Steel Corp.] said the dam held. An executive of Halvern Steel Corp. resigned on Monday, but [the company] said the shore was dry.", []string{"Northgate Steel Corp", "Halvern Steel Corp"}},
		{"short name", "The Northgate Pilots Coalition met on Monday. [The Northgate group] said the dam held.", []string{"Northgate Pilots Coalition"}},
		{"group again", "[Every senator on the harbour panel] said the dam held. [The lawmakers] said the shore was dry. [The group] left.", []string{"Every senator on the harbour panel", "Every senator on the harbour panel", "Every senator on the harbour panel"}},
		{"they of the subject", "[Halvern Radio] said the dam held. Several pilots met on Monday. [They] said the shore was dry.", []string{"Halvern Radio", "Several pilots"}},
		{"unnamed she", "Mara Adler met the board. [A friend] said the dam held. [She] said the shore was dry.", []string{"A friend", "A friend"}},
		{"his own", "Robert Quist left. [His grandmother in Northgate] said the dam held.", []string{"His grandmother in Northgate"}},
		{"not the former one", "President Mara Adler met former President Robert Quist. [The president] said the dam held.", []string{"Mara Adler"}},
		{"title of two words", "Secretary of State Mara Adler left. [Secretary of State Adler] said the dam held.", []string{"Mara Adler"}},
		{"office", "Robert Quist is the mayor. [Mr. Quist’s office] said the dam held.", []string{"Robert Quist's office"}},
		{"no speaker", "[A huge black banner] said the dam held. [The explosion] showed the gate was weak. [Her frustration] said it all.", []string{"", "", ""}},
		{"people by such a noun", "[The delegation from Northgate] said the dam held. [Three guards] said the shore was dry.", []string{"The delegation from Northgate", "Three guards"}},
		{"writer", "She spoke in a letter from her lawyer, Robert Quist, to the board. [The letter] said the dam held.", []string{"Robert Quist"}},
		{"spelled out", "[HPB (Harbour Pilots Board)] said the dam held.", []string{"Harbour Pilots Board"}},
		{"who are people", "It is of interest to officials, [who] said the dam held.", []string{"officials"}},
		{"relative pronoun", "Mara Adler, [who] said the dam held, left.", []string{"Mara Adler"}},
	} {
		text, statements := sources(test.text)
		Within(english.Annotate(text), statements, news.Article{})
		var got []string
		for _, s := range statements {
			got = append(got, s.Voice.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: voices %q, want %q", test.name, got, test.want)
		}
	}
}

func TestUnnamed(t *testing.T) {
	text, statements := sources("[Two officials], speaking on condition of anonymity because they feared the mayor, said the dam held.")
	Within(english.Annotate(text), statements, news.Article{})
	v := statements[0].Voice
	if v.Type != news.Unnamed || v.Count != 2 || v.Reason != "because they feared the mayor" {
		t.Errorf("got %+v", v)
	}
}

func TestJointSpeakers(t *testing.T) {
	text, statements := sources("[Mara Adler and Robert Quist] said the dam held.")
	Within(english.Annotate(text), statements, news.Article{})
	if w := statements[0].With; len(w) != 1 || w[0].Name != "Robert Quist" {
		t.Errorf("with %+v", w)
	}
}

func voice(name string, t news.VoiceType, role string) Report {
	return Report{Statements: []news.Statement{{Parent: -1, Voice: news.Voice{Name: name, Type: t, Role: role}}}}
}

func TestMembersOfAGroup(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"[Two pilots] — Mara Adler, named by Mayor Jonas Brandt, and Robert Quist — said the dam held.", []string{"Mara Adler", "Robert Quist"}},
		{"[Several senators, including Mara Adler and Robert Quist,] said the dam held.", []string{"Several senators", "Mara Adler", "Robert Quist"}},
		{"[Mara Adler, the mayor, and other councillors] said the dam held.", []string{"Mara Adler", "other councillors"}},
	} {
		text, statements := sources(test.text)
		Within(english.Annotate(text), statements, news.Article{})
		got := []string{statements[0].Voice.Name}
		for _, w := range statements[0].With {
			got = append(got, w.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: voices %q, want %q", text, got, test.want)
		}
	}
}

func TestUnify(t *testing.T) {
	for _, test := range []struct {
		name string
		in   []Report
		want []string // key classes: equal letters mean one voice
	}{
		{"variant spellings", []Report{voice("Sean Trevett", news.Person, "harbour spokesman"), voice("Sean Trevitt", news.Person, "harbour spokesman")}, []string{"a", "a"}},
		{"surname alone", []Report{voice("Mara Adler", news.Person, ""), voice("Adler", news.Person, "")}, []string{"a", "a"}},
		{"surname of two", []Report{voice("Mara Adler", news.Person, ""), voice("Jonas Adler", news.Person, ""), voice("Adler", news.Person, "")}, []string{"a", "b", "c"}},
		{"unnamed stay apart", []Report{voice("two officials", news.Unnamed, ""), voice("two officials", news.Unnamed, "")}, []string{"a", "b"}},
		{"metonym", []Report{voice("EU", news.Organisation, ""), voice("European Union", news.Organisation, "")}, []string{"a", "a"}},
		{"nickname", []Report{voice("Bob Quist", news.Person, ""), voice("Robert Quist", news.Person, "")}, []string{"a", "a"}},
	} {
		for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}} {
			var in []Report
			var want []string
			for _, k := range order {
				if k < len(test.in) {
					in = append(in, Report{Statements: slices.Clone(test.in[k].Statements)})
					want = append(want, test.want[k])
				}
			}
			Unify(in)
			for i := range in {
				for j := range i {
					if same := in[i].Statements[0].Voice.Key == in[j].Statements[0].Voice.Key; same != (want[i] == want[j]) {
						t.Errorf("%s: %q and %q have keys %q and %q", test.name, in[i].Statements[0].Voice.Name, in[j].Statements[0].Voice.Name, in[i].Statements[0].Voice.Key, in[j].Statements[0].Voice.Key)
					}
				}
			}
		}
	}
}

func TestUnifyNamesInFull(t *testing.T) {
	in := []Report{voice("Adler", news.Person, ""), voice("Mara Adler", news.Person, "")}
	in[0].Statements[0].Via = []news.Relay{{Name: "Adler"}}
	Unify(in)
	if got := in[0].Statements[0].Voice.Name; got != "Mara Adler" {
		t.Errorf("name %q", got)
	}
	if got := in[0].Statements[0].Via[0].Name; got != "Mara Adler" {
		t.Errorf("relay %q", got)
	}
}

func TestUnifyKnowsThoseWhoAreOnlyNamed(t *testing.T) {
	in := []Report{voice("NGHP", news.Organisation, ""), {Named: []news.Voice{{Name: "National Guild of Harbour Pilots", Type: news.Organisation}}}}
	Unify(in)
	if got := in[0].Statements[0].Voice.Name; got != "National Guild of Harbour Pilots" {
		t.Errorf("name %q", got)
	}
}

func FuzzWithin(f *testing.F) {
	f.Add("Mara Adler, who said the dam held, left. She said so.", 0, 10, 12, 15)
	f.Add("“\xff", 0, 1, 1, 4)
	f.Add("a spokesman for his office said both", 0, 26, 32, 36)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if len(text) > 2000 {
			return
		}
		fit := func(x int) int { return max(0, min(x, len(text))) }
		statements := []news.Statement{
			{Parent: -1, Source: []news.Span{{Start: min(fit(a), fit(b)), End: max(fit(a), fit(b))}}},
			{Parent: 0, Kind: news.Direct, Cue: []news.Span{{Start: min(fit(c), fit(d)), End: max(fit(c), fit(d))}}},
		}
		named := Within(english.Annotate(text), statements, news.Article{})
		Unify([]Report{{Statements: statements, Named: named}})
	})
}
