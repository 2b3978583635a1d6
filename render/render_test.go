package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

// bridge is a small account made by hand: two reports, one of which copied
// from the other, a denial, a quote that alters, an unnamed source.
func bridge() news.Account {
	first := "Bridge may fall, officials say\n\nTwo officials said on Monday that the Tarn bridge was unsafe.\n\n“The bridge is safe in every part,” Mayor Anton Reuss said. <script>alert(1)</script> & more.\n\nSign up here."
	second := "Two officials said on Monday that the Tarn bridge was unsafe.\n\n“The bridge is safe in all parts,” Reuss said."
	at := func(article, text, words string) news.Passage {
		i := strings.Index(text, words)
		if i < 0 {
			panic("no such words: " + words)
		}
		return news.Passage{Article: article, Span: news.Span{Start: i, End: i + len(words)}}
	}
	block := func(article, text, words string, kind news.BlockKind) news.Block {
		return news.Block{Span: at(article, text, words).Span, Kind: kind}
	}
	a := news.Article{ID: "a", Outlet: news.Outlet{Name: "Halvern Courier"}, Title: "Bridge may fall, officials say", TitleSpan: news.Span{Start: 0, End: 30}, Text: first,
		Published: news.Date{Time: time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)}, URL: "https://courier.example/bridge?a=1&b=2",
		Blocks: []news.Block{block("a", first, "Bridge may fall, officials say", news.Heading), block("a", first, "Two officials said on Monday that the Tarn bridge was unsafe.", news.Body),
			block("a", first, "“The bridge is safe in every part,” Mayor Anton Reuss said. <script>alert(1)</script> & more.", news.Body), block("a", first, "Sign up here.", news.Furniture)}}
	b := news.Article{ID: "b", Text: second, Path: "post/bridge.txt", Credits: []news.Credit{{Name: "agencies", Whole: true}},
		Blocks: []news.Block{block("b", second, "Two officials said on Monday that the Tarn bridge was unsafe.", news.Body), block("b", second, "“The bridge is safe in all parts,” Reuss said.", news.Body)}}
	officials := news.Voice{Name: "two officials", Type: news.Unnamed, Count: 2}
	reuss := news.Voice{Name: "Anton Reuss", Type: news.Person, Role: "Mayor", Key: "anton reuss"}
	unsafe := "Two officials said on Monday that the Tarn bridge was unsafe."
	claim := news.Claim{ID: "c1", Passage: at("a", first, "the Tarn bridge was unsafe"), Verdict: news.Disputed, Count: news.Range{Min: 1, Max: 2}, Outlets: 2,
		Origins: []news.Origin{{ID: "o1", Name: "two officials (unnamed, to Halvern Courier)", Type: news.Unnamed, Articles: []string{"a"}, Why: "unnamed sources of Halvern Courier"}},
		Positions: []news.Position{
			{Passage: at("a", first, unsafe), Voice: officials, Stance: news.Affirms, Kind: news.Indirect, SaidOn: "2025-03-03", Utterance: 0},
			{Passage: at("b", second, unsafe), Voice: officials, Stance: news.Affirms, Kind: news.Indirect, SaidOn: "2025-03-03", Utterance: 0, Via: []news.Relay{{Name: "Halvern Courier"}}},
			{Passage: at("a", first, "“The bridge is safe in every part,” Mayor Anton Reuss said."), Voice: reuss, Stance: news.Denies, Kind: news.Direct, SaidOn: "2025-03-04", Utterance: 2},
			{Passage: at("b", second, "“The bridge is safe in all parts,” Reuss said."), Voice: reuss, Stance: news.Denies, Kind: news.Direct, Utterance: 2, Changes: []news.WordChange{{From: "every part", To: "all parts"}}},
		}}
	return news.Account{Story: news.Story{ID: "s1", Articles: []string{"a", "b"}}, Title: news.Passage{Article: "a", Span: a.TitleSpan}, From: "2025-03-04", To: "2025-03-04",
		Articles: []news.Article{a, b}, Claims: []news.Claim{claim}, Voices: []news.Voice{officials, reuss},
		Copies:   []news.Copy{{Of: "a", In: "b", OfSpan: at("a", first, unsafe).Span, InSpan: at("b", second, unsafe).Span, Change: "verbatim", Why: "it is dated"}},
		Timeline: []news.Event{{Date: "2025-03-03", Passage: at("a", first, unsafe), Kind: "said", Voice: "two officials", Claim: "c1"}},
		Unknowns: []news.Unknown{{What: "when post/bridge.txt was published", Why: "the report gives no date"}}}
}

func TestGolden(t *testing.T) {
	accounts := []news.Account{bridge()}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"bridge.txt":       func(b *bytes.Buffer) error { return Text(b, accounts, TextOptions{}) },
		"bridge.color.txt": func(b *bytes.Buffer) error { return Text(b, accounts, TextOptions{Width: 60, Color: true}) },
		"bridge.md":        func(b *bytes.Buffer) error { return Markdown(b, accounts) },
		"bridge.html":      func(b *bytes.Buffer) error { return HTML(b, accounts) },
		"bridge.json":      func(b *bytes.Buffer) error { return JSON(b, accounts) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s differs from its golden file (go test ./render -update writes it anew):\n%s", name, b.String())
		}
	}
}

func TestTwoRelaysOfOneUtterance(t *testing.T) {
	a := bridge()
	c := &a.Claims[0]
	c.Positions = c.Positions[:1]
	c.Positions[0].Via = []news.Relay{{Name: "Radio Sund"}}
	second := c.Positions[0]
	second.Via = []news.Relay{{Name: "the Lantern"}}
	c.Positions = append(c.Positions, second)
	for name, write := range map[string]func(io.Writer, []news.Account) error{
		"text": func(w io.Writer, a []news.Account) error { return Text(w, a, TextOptions{Width: 200}) }, "markdown": Markdown,
		"html": HTML,
	} {
		var b bytes.Buffer
		if err := write(&b, []news.Account{a}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "through Radio Sund and through the Lantern") {
			t.Errorf("%s does not name both relays", name)
		}
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	for _, width := range []int{20, 40, 64, 100} {
		var b bytes.Buffer
		if err := Text(&b, []news.Account{bridge()}, TextOptions{Width: width}); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if n := utf8.RuneCountInString(line); n > width && strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("width %d: a line of %d: %q", width, n, line)
			}
		}
	}
}

func TestHTMLEscapesWhatReportsSay(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, []news.Account{bridge()}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<script") {
		t.Error("a report's markup became the page's")
	}
}

func TestJSONOffsetsAreCodePoints(t *testing.T) {
	account := bridge()
	var b bytes.Buffer
	if err := JSON(&b, []news.Account{account}); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Stories []struct {
			Claims []struct {
				Positions []struct {
					Article    string
					Start, End int
					Text       string
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	texts := map[string][]rune{}
	for _, a := range account.Articles {
		texts[a.ID] = []rune(a.Text)
	}
	for _, p := range out.Stories[0].Claims[0].Positions {
		if got := string(texts[p.Article][p.Start:p.End]); got != p.Text {
			t.Errorf("code points %d to %d of %s are %q, not %q", p.Start, p.End, p.Article, got, p.Text)
		}
	}
}

// contested is the bridge with a second claim on which voices take 40 positions
// over three days.
func contested() news.Account {
	a := bridge()
	c := a.Claims[0]
	c.ID = "c2"
	c.Relations = []news.Relation{{Kind: "related", Claim: "c1"}}
	stances := []news.Stance{news.Affirms, news.Denies, news.Declines, news.Conditional, news.Doubts}
	first := c.Positions[0]
	c.Positions = nil
	for i := range 40 {
		p := first
		p.Voice.Name, p.Stance, p.Utterance = fmt.Sprintf("voice %d", i), stances[i*i%5], i
		p.End -= i
		p.SaidOn = fmt.Sprintf("2025-03-%02d", 1+i%3)
		c.Positions = append(c.Positions, p)
	}
	a.Claims = append(a.Claims, c)
	return a
}

func TestManyPositionsAreFolded(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, []news.Account{contested()}); err != nil {
		t.Fatal(err)
	}
	if want := "<summary>32 more positions: "; !strings.Contains(b.String(), want) {
		t.Errorf("there is no %s", want)
	}
	if got := strings.Count(b.String(), "<details>"); got != 1 {
		t.Errorf("%d claims are folded, not one", got)
	}
	if want := `related <a href="#s1c1">claim 1</a>`; !strings.Contains(b.String(), want) {
		t.Errorf("there is no %s", want)
	}
}

// What a report has in its text or its metadata must not command a terminal.
func TestControlCharactersAreShown(t *testing.T) {
	a := bridge()
	r := strings.NewReplacer(" was ", "\x1bwas\u202e", "Halvern", "\x1b[2J\x07")
	for i := range a.Articles {
		x := &a.Articles[i]
		x.Text, x.Outlet.Name, x.URL = r.Replace(x.Text), "\x1b[31mred", "javascript:alert(1)"
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text": func(b *bytes.Buffer) error { return Text(b, []news.Account{a}, TextOptions{}) },
		"md":   func(b *bytes.Buffer) error { return Markdown(b, []news.Account{a}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\x1b\x07\u202e") {
			t.Errorf("%s: a control character gets through: %q", name, b.String())
		}
		if strings.Contains(b.String(), "javascript:") {
			t.Errorf("%s: an address that runs a script is one to follow", name)
		}
	}
}

func TestPageInABrowser(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, []news.Account{bridge(), contested()}); err != nil {
		t.Fatal(err)
	}
	for _, dark := range []bool{false, true} {
		for _, bad := range browse(t, b.Bytes(), dark) {
			t.Errorf("dark %t: %s", dark, bad)
		}
	}
}

// A probe that finds nothing on a bad page would prove nothing on a good one.
func TestProbeFindsFaults(t *testing.T) {
	bad := strings.Join(browse(t, []byte(`<html><head><title></title></head><body style="width:3000px"><h3 style="color:#bbb">pale</h3><a href="#nowhere"></a></body></html>`), false), "\n")
	for _, fault := range []string{"wider than its window", "no language", "not one main", "link to nowhere", "without a name", "skips a level", "contrast"} {
		if !strings.Contains(bad, fault) {
			t.Errorf("the probe does not see: %s", fault)
		}
	}
}
