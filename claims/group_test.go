package claims_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/voices"
)

func report(id string, day int, text string) *annotate.Annotated {
	a := news.Article{ID: id, Outlet: news.Outlet{Name: "Outlet " + id}, Text: text,
		Published: news.Date{Time: time.Date(2025, 3, day, 0, 0, 0, 0, time.UTC)}}
	for at := 0; at < len(text); {
		end := at + strings.Index(text[at:]+"\n", "\n")
		if end > at {
			a.Blocks = append(a.Blocks, news.Block{Span: news.Span{Start: at, End: end}, Kind: news.Body})
		}
		at = end + 1
	}
	return annotate.Article(a)
}

func story(reports ...*annotate.Annotated) []*annotate.Annotated {
	var told []voices.Report
	for _, r := range reports {
		told = append(told, voices.Report{Statements: r.Statements, Named: r.Named})
	}
	voices.Unify(told)
	return reports
}

// find is the claim with a position that has the words, and the position.
func find(t *testing.T, reports []*annotate.Annotated, list []news.Claim, article, words string) (*news.Claim, int) {
	t.Helper()
	for i := range list {
		for k := range list[i].Positions {
			p := &list[i].Positions[k]
			for _, r := range reports {
				if p.Article == article && r.Article.ID == article && strings.Contains(p.Words.In(r.Article.Text), words) {
					return &list[i], k
				}
			}
		}
	}
	t.Fatalf("no position of %s says %q", article, words)
	return nil, 0
}

var leak = []*annotate.Annotated{
	report("a", 3, `The Brennick paint works leaked solvent into the river, two officials said on Monday.

Brennick denied the report.

"We are opening our gates to its inspectors, and we have nothing to hide, not even in the most difficult places," Maren told reporters.

At least 19 people were treated in hospital, the Saint Bertil hospital said.
`),
	report("b", 4, `Solvent leaked from the Brennick paint works into the river, the environment agency said.

"We are opening our gates to its inspectors, and we have nothing to hide, not even in the hardest places," Maren said.

A leak of solvent would be a disaster for the valley, Mayor Anton Reuss warned.
`),
}

func TestQuoteInTwoReportsIsOneUtterance(t *testing.T) {
	reports := story(leak...)
	list := claims.Group(reports)
	c, k := find(t, reports, list, "b", "the hardest places")
	d, full := find(t, reports, list, "a", "the most difficult places")
	if c != d {
		t.Fatalf("the forms of one quote stand in claims %s and %s", c.ID, d.ID)
	}
	if c.Positions[k].Utterance != c.Positions[full].Utterance {
		t.Errorf("utterances %d and %d, want one", c.Positions[k].Utterance, c.Positions[full].Utterance)
	}
	other := k
	if c.Positions[k].Utterance == k {
		other = full
	}
	var changed []string
	for _, x := range c.Positions[other].Changes {
		changed = append(changed, x.From, x.To)
	}
	if s := strings.Join(changed, " "); !strings.Contains(s, "hardest") || !strings.Contains(s, "most difficult") {
		t.Errorf("changes %q do not show the words that differ", s)
	}
}

func TestDenialOfAReportGoesToWhatItDenies(t *testing.T) {
	reports := story(leak...)
	list := claims.Group(reports)
	c, k := find(t, reports, list, "a", "the report")
	if c.Positions[k].Stance != news.Denies {
		t.Errorf("stance %s, want denies", c.Positions[k].Stance)
	}
	if d, _ := find(t, reports, list, "a", "leaked solvent"); c != d {
		t.Errorf("the denial stands in claim %s, what it denies in %s", c.ID, d.ID)
	}
}

func TestWhatWouldFollowIsAnotherClaim(t *testing.T) {
	reports := story(leak...)
	list := claims.Group(reports)
	c, _ := find(t, reports, list, "b", "would be a disaster")
	if d, _ := find(t, reports, list, "b", "leaked from the Brennick"); c == d {
		t.Error("that a leak would be a disaster is in one claim with that there was one")
	}
}

func TestGroupIsDeterministic(t *testing.T) {
	reports := story(leak...)
	if a, b := claims.Group(reports), claims.Group(reports); !reflect.DeepEqual(a, b) {
		t.Error("two runs differ")
	}
}

func TestPassagesLieInTheirArticles(t *testing.T) {
	reports := story(leak...)
	length := map[string]int{}
	for _, r := range reports {
		length[r.Article.ID] = len(r.Article.Text)
	}
	for _, c := range claims.Group(reports) {
		if c.Passage.Start >= c.Passage.End || c.Passage.End > length[c.Passage.Article] {
			t.Errorf("claim %s is shown by %v of %q", c.ID, c.Passage.Span, c.Passage.Article)
		}
		for k, p := range c.Positions {
			if p.Start >= p.End || p.End > length[p.Article] || p.Utterance < 0 || p.Utterance >= len(c.Positions) {
				t.Errorf("claim %s position %d: %v of %q, utterance %d", c.ID, k, p.Span, p.Article, p.Utterance)
			}
			if c.Positions[p.Utterance].Utterance != p.Utterance {
				t.Errorf("claim %s position %d: utterance %d is not its own fullest form", c.ID, k, p.Utterance)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	reports := story(
		report("a", 3, "At least 19 people were treated in hospital, the clinic said on Monday."),
		report("b", 4, "The clinic said 31 people were treated in hospital."),
		report("c", 4, "Some 40,000 people were told not to drink tap water. The mayor, 52, said 28 people were treated. A 61-year old man and a woman 34 years old were hurt."),
	)
	var got []string
	for _, n := range claims.Numbers(reports) {
		got = append(got, fmt.Sprintf("%s %g %s %s %s: %s", n.Article, n.Value, n.Unit, n.Scope, n.AsOf, n.Note))
	}
	want := []string{
		"a 19 people treat 2025-03-03: agrees with 31, given by The clinic as of 2025-03-04",
		"b 31 people treat 2025-03-04: conflicts with 28, given by The mayor on the same day",
		"c 28 people treat 2025-03-04: conflicts with 31, given by The clinic on the same day",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOneVoiceTwoNumbersOneDay(t *testing.T) {
	for _, form := range []string{"%d people were injured, the harbour police said on Monday.", "At least %d people were injured, the harbour police said on Monday."} {
		reports := story(report("a", 4, fmt.Sprintf(form, 12)), report("b", 4, fmt.Sprintf(form, 15)))
		numbers := claims.Numbers(reports)
		if len(numbers) != 2 {
			t.Fatalf("%d numbers, not 2", len(numbers))
		}
		for _, n := range numbers {
			if !strings.Contains(n.Note, "misprinted") || strings.Contains(n.Note, "prints the same") {
				t.Errorf("%g: %s", n.Value, n.Note)
			}
		}
	}
	numbers := claims.Numbers(story(report("a", 4, "At least 12 people were injured, the harbour police said on Monday."), report("b", 4, "The clinic said 15 people were injured on Monday.")))
	for _, n := range numbers {
		if !strings.HasPrefix(n.Note, "agrees with ") {
			t.Errorf("%g: %s", n.Value, n.Note)
		}
	}
}

func TestExplainCoversWhatIsJoined(t *testing.T) {
	reports := story(leak...)
	list, links := claims.Explain(reports)
	if !reflect.DeepEqual(list, claims.Group(reports)) {
		t.Error("the claims explained are others than those grouped")
	}
	joined := 0
	for _, l := range links {
		if l.Claim == "" || len(l.Why) == 0 || l.To.Article == "" {
			t.Errorf("a link without evidence: %+v", l)
		}
		joined++
	}
	if joined == 0 {
		t.Error("nothing is joined")
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("The mayor said 3 people fell. \"No,\" she said.", "He denied the report.")
	f.Add("“a\xff", "")
	f.Add("If true, \n\n5 to 4 of 10% said. It said that that said it.", "1,,2 - 3 million $")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 2000 {
			return
		}
		reports := story(report("a", 1, a), report("b", 2, b))
		claims.Group(reports)
		claims.Numbers(reports)
		claims.Explain(reports)
	})
}

// variations are n reports of one story; each has most paragraphs of one text,
// with some words changed, and so prints some as they are and rewrites others.
func variations(n int) []*annotate.Annotated {
	paragraphs := strings.Split(leak[0].Article.Text+leak[1].Article.Text+festival, "\n\n")
	random := rand.New(rand.NewPCG(1, 2))
	var out []*annotate.Annotated
	for i := range n {
		var text []string
		for _, p := range paragraphs {
			if random.IntN(4) == 0 {
				continue
			}
			words := strings.Fields(p)
			if random.IntN(2) == 0 {
				for k := range words {
					if len(words[k]) > 3 && random.IntN(3) == 0 {
						words[k] = invented[random.IntN(len(invented))]
					}
				}
			}
			text = append(text, strings.Join(words, " "))
		}
		for range 12 { // of its own
			var words []string
			for range 14 {
				words = append(words, invented[random.IntN(len(invented))])
			}
			text = append(text, "The mayor said the "+strings.Join(words, " ")+" was closed.")
		}
		out = append(out, report(fmt.Sprint(i), 1+i%28, strings.Join(text, "\n\n")))
	}
	return story(out...)
}

var invented = func() []string {
	var out []string
	for _, a := range []string{"bra", "tol", "ker", "vin", "mas", "dor", "pel", "lun", "sor", "gam"} {
		for _, b := range []string{"den", "mor", "tis", "lak", "bor", "nel", "fer", "gus", "wil", "hap"} {
			for _, c := range []string{"", "s", "er", "ing", "ed"} {
				out = append(out, a+b+c)
			}
		}
	}
	return out
}()

const festival = `The city council voted on Tuesday to cancel the spring festival on the quay.

"Nobody will dance beside a poisoned river," council leader Dora Finch said.

Traders on the quay said they would lose 200,000 marks if the festival did not take place.

The Northgate Post reported, citing a person close to the council, that the vote was 9 to 6.

Finch declined to comment on the report.

The council had promised in January that the festival would go ahead.

A spokeswoman for the council denied that the vote had been influenced by Brennick.`

// BenchmarkGroupRewritten groups 300 reports that have much in common and much
// of their own.
func BenchmarkGroupRewritten(b *testing.B) {
	reports := variations(300)
	size := 0
	for _, r := range reports {
		size += len(r.Article.Text)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		claims.Group(reports)
	}
}

func TestANegativeSentenceDeniesWhatAnotherSays(t *testing.T) {
	reports := story(
		report("a", 3, "The Brennick paint works leaked solvent into the river, the inspector Edda Holm said on Monday.\n\nHolm said the works had no permit for a second tank."),
		report("b", 4, "\"The paint works did not leak solvent into the river,\" Ilse Maren said.\n\nThe Brennick paint works leaked solvent into the river, Holm said."),
	)
	list := claims.Group(reports)
	c, k := find(t, reports, list, "b", "did not leak")
	if p := &c.Positions[k]; p.Stance != news.Denies || p.Negative {
		t.Errorf("%s, negative %v: it denies what Holm says", p.Stance, p.Negative)
	}
	c, k = find(t, reports, list, "a", "no permit")
	if p := &c.Positions[k]; p.Stance == news.Denies && !p.Negative {
		t.Error("that there was no permit denies what nobody says")
	}
}

func TestClauseWithoutSubjectStaysWithTheOneBefore(t *testing.T) {
	reports := story(report("a", 3, `Two barrels burst at the Brennick works on Monday, the agency said.

"Any leak of solvent into the river would be a disaster for the valley and cost the anglers dearly," Mayor Anton Reuss said.
`), report("b", 4, `A leak of solvent would be a disaster for the valley, Mayor Anton Reuss said.
`))
	shown := 0
	for _, c := range claims.Group(reports) {
		for _, p := range c.Positions {
			if p.Article == "a" && strings.Contains(p.Words.In(reports[0].Article.Text), "anglers") {
				shown++
				break
			}
		}
	}
	if shown != 1 {
		t.Errorf("the sentence stands in %d claims", shown)
	}
}
