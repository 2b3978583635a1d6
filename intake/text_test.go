package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

// outline writes an article's metadata and blocks as the tests state them.
func outline(a news.Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s=%s\n", name, value)
		}
	}
	field("title", a.Title)
	field("outlet", a.Outlet.Name)
	field("byline", a.Byline)
	field("published", a.Published.Day())
	field("modified", a.Modified.Day())
	for _, c := range a.Credits {
		field("credit", fmt.Sprintf("%s whole=%v", c.Name, c.Whole))
		if c.Span.Len() > 0 && c.Name != "agencies" && c.Span.In(a.Text) != c.Name {
			fmt.Fprintf(&b, "credit span is %q\n", c.Span.In(a.Text))
		}
	}
	if a.Dateline.Span.Len() > 0 {
		field("place", a.Dateline.Place)
	}
	for _, block := range a.Blocks {
		words := []rune(block.In(a.Text))
		if len(words) > 40 {
			words = append(words[:40], '…')
		}
		fmt.Fprintf(&b, "%s %s|%s\n", block.Kind, block.Why, string(words))
	}
	return b.String()
}

const para = "The harbour of Vell was closed on Tuesday after a crane fell into the basin, the port office said."

func TestFromText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"header before the first sentence", " date 2031-04-02 " + para + "\n\nNobody was hurt, it added.\n\nBy agencies.", `published=2031-04-02
credit=agencies whole=true
metadata header|date 2031-04-02
body |The harbour of Vell was closed on Tuesda…
body |Nobody was hurt, it added.
metadata credit|By agencies.
`},
		{"an appeal longer than the report, and a link", para + "\n\nRead more: Harbours of the north\n\nIndependent journalism needs you. Support our work with a donation from just 3 a month. Every contribution makes a difference.", `body |The harbour of Vell was closed on Tuesda…
furniture link|Read more: Harbours of the north
furniture appeal|Independent journalism needs you. Suppor…
`},
		{"title, date and credit above", "Europe News\n\nPort of Vell ‘closed for weeks’ after accident\u00a0 \n\n2 April 2031\nThis article was originally published by Sund Tidings.\nAn image that links to Vell Weekly to sell your boat\n\n" + para, `title=Port of Vell ‘closed for weeks’ after accident
outlet=Vell Weekly
published=2031-04-02
credit=Sund Tidings whole=true
metadata section|Europe News
heading |Port of Vell ‘closed for weeks’ after ac…
metadata date|2 April 2031
metadata credit|This article was originally published by…
furniture image|An image that links to Vell Weekly to se…
body |The harbour of Vell was closed on Tuesda…
`},
		{"message to readers to the end", para + "\n" + para + "\n" + para + "\nA Message from The Vell Gazette:\nDear readers,\nOur presses are old and the council would like them silent.\nYour support keeps them running. Make a donation from just 3 a month.\nRemind me later.", `outlet=The Vell Gazette
body |The harbour of Vell was closed on Tuesda…
body |The harbour of Vell was closed on Tuesda…
body |The harbour of Vell was closed on Tuesda…
furniture message to readers|A Message from The Vell Gazette:
furniture message to readers|Dear readers,
furniture message to readers|Our presses are old and the council woul…
furniture message to readers|Your support keeps them running. Make a …
furniture appeal|Remind me later.
`},
		{"a message that is news", para + "\n" + para + "\nA Message from The Vell Gazette:\n" + para, `outlet=The Vell Gazette
body |The harbour of Vell was closed on Tuesda…
body |The harbour of Vell was closed on Tuesda…
furniture message to readers|A Message from The Vell Gazette:
body |The harbour of Vell was closed on Tuesda…
`},
		{"middle of an article, cross-heading", "The officers gave no number but said the cranes were old.\n\nCouncil shows alarm\n\n" + para, `body |The officers gave no number but said the…
heading |Council shows alarm
body |The harbour of Vell was closed on Tuesda…
`},
		{"dateline and sign-off", "VELL, April 2 (Reuters) - " + para + "\n\nThe basin is empty. (Reporting by Ada Quill)\n\n(Reporting by Ada Quill; Editing by Tom Farr)", `credit=Reuters whole=true
place=VELL
metadata dateline|VELL, April 2 (Reuters) -
body |The harbour of Vell was closed on Tuesda…
body |The basin is empty. (Reporting by Ada Qu…
metadata reporters|(Reporting by Ada Quill; Editing by Tom …
`},
		{"dateline below a summary", "A crane has fallen in the harbour of a town on the coast.\n\nVELL — " + para + "\n\nSUND — " + para, `place=VELL
body |A crane has fallen in the harbour of a t…
metadata dateline|VELL —
body |The harbour of Vell was closed on Tuesda…
body |SUND — The harbour of Vell was closed on…
`},
		{"an outlet's name in brackets below other words opens no report of its own", para + "\n\n(CNN) " + para, `body |The harbour of Vell was closed on Tuesda…
body |(CNN) The harbour of Vell was closed on …
`},
		{"byline with an agency", "Crane falls into basin\nBy Ada Quill, Associated Press\nApril 2, 2031 5:43 p.m. ET\n\n" + para, `title=Crane falls into basin
byline=Ada Quill, Associated Press
published=2031-04-02
credit=Associated Press whole=true
heading |Crane falls into basin
metadata byline|By Ada Quill, Associated Press
metadata date|April 2, 2031 5:43 p.m. ET
body |The harbour of Vell was closed on Tuesda…
`},
		{"outlet above the title", "The Sund Observer\nCrane falls into basin\n" + para, `title=Crane falls into basin
outlet=The Sund Observer
metadata outlet|The Sund Observer
heading |Crane falls into basin
body |The harbour of Vell was closed on Tuesda…
`},
		{"the day of publication in the text", para + "\n\nPosted on April 2, 2031 6:07 pm | Updated on April 3, 2031\n\nPosted on the gates, the notice drew a crowd that stayed for hours.", `published=2031-04-02
body |The harbour of Vell was closed on Tuesda…
metadata date|Posted on April 2, 2031 6:07 pm | Update…
body |Posted on the gates, the notice drew a c…
`},
		{"outlet alone above a dateline", "Sund News Agency\n2 April 2031\nVELL (Sund News Agency) - " + para, `outlet=Sund News Agency
published=2031-04-02
place=VELL
metadata outlet|Sund News Agency
metadata date|2 April 2031
metadata dateline|VELL (Sund News Agency) -
body |The harbour of Vell was closed on Tuesda…
`},
		{"trailing credit", para + "\n\nThe port was built in 1911. (AFP)", `credit=AFP whole=true
body |The harbour of Vell was closed on Tuesda…
body |The port was built in 1911.
metadata credit|(AFP)
`},
		{"contributors", para + "\n\nThe Associated Press contributed to this report.\nMoritz Hale contributed reporting.", `credit=The Associated Press whole=false
body |The harbour of Vell was closed on Tuesda…
metadata credit|The Associated Press contributed to this…
metadata credit|Moritz Hale contributed reporting.
`},
		{"furniture between paragraphs", para + "\n\nFILE PHOTO: Cranes stand in the harbour of Vell on a grey day in March, when the port office said it had checked them all.\n\nSign up for our morning letter\n\nRead more\n\nThis article is more than 2 years old\n\n***\n\n" + para, `body |The harbour of Vell was closed on Tuesda…
furniture image|FILE PHOTO: Cranes stand in the harbour …
furniture newsletter|Sign up for our morning letter
furniture link|Read more
furniture notice|This article is more than 2 years old
furniture separator|***
body |The harbour of Vell was closed on Tuesda…
`},
		{"sentences that begin as furniture does", strings.Join([]string{
			"Read more than a dozen letters aloud, the judge asked the clerk on Monday.",
			"Follow the money, the auditor told the council, and you will find the crane.",
			"Share prices of the port company fell by a tenth on Tuesday.",
			"Donate blood now, the hospital of Vell said after the accident.",
			"Photographs of the crane were shown to the council, according to two members.",
			"Dear friends of the mayor have paid for the crane, the auditor wrote.",
			"Senator Ira Holm (R-VE) - the only member who voted no - left the hall.",
			"Source of the leak was a valve, the agency said in a statement.",
		}, "\n"), `body |Read more than a dozen letters aloud, th…
body |Follow the money, the auditor told the c…
body |Share prices of the port company fell by…
body |Donate blood now, the hospital of Vell s…
body |Photographs of the crane were shown to t…
body |Dear friends of the mayor have paid for …
body |Senator Ira Holm (R-VE) - the only membe…
body |Source of the leak was a valve, the agen…
`},
		{"set in short lines", "The harbour of Vell was closed on Tuesday after\na crane fell into the basin, the port office\nsaid, and ships had to wait outside.\n\nNobody was hurt, the office added, but the basin\nwill have to be emptied before the summer fair\ncan begin.", `body |The harbour of Vell was closed on Tuesda…
body |Nobody was hurt, the office added, but t…
`},
		{"CRLF", "Crane falls into basin\r\n\r\n" + para + "\r\n", `title=Crane falls into basin
heading |Crane falls into basin
body |The harbour of Vell was closed on Tuesda…
`},
		{"nothing", " \n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := FromText(c.text, Options{})
			if got := outline(a); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if a.Text != c.text {
				t.Error("the stored text is not the text given")
			}
			checkBlocks(t, a)
		})
	}
}

func TestOptionsFillIn(t *testing.T) {
	a := FromText(para, Options{Published: "2 April 2031", Outlet: "Vell Weekly"})
	if a.Published.Day() != "2031-04-02" || a.Published.From != "given" || a.Outlet.Name != "Vell Weekly" {
		t.Errorf("published %v, outlet %q", a.Published, a.Outlet.Name)
	}
	a = FromText("date 2030-01-01 "+para, Options{Published: "2031-04-02"})
	if a.Published.Day() != "2030-01-01" {
		t.Errorf("the text's own date gives way to %v", a.Published)
	}
	if a.Language != "en" {
		t.Errorf("language %q", a.Language)
	}
}

// checkBlocks fails unless blocks are in order, do not overlap and cover all
// that is not white space.
func checkBlocks(t *testing.T, a news.Article) {
	t.Helper()
	at := 0
	for _, b := range a.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(a.Text) {
			t.Fatalf("block %v after byte %d of %d in %q", b, at, len(a.Text), a.Text)
		}
		if strings.TrimSpace(a.Text[at:b.Start]) != "" {
			t.Fatalf("no block covers %q in %q", a.Text[at:b.Start], a.Text)
		}
		at = b.End
	}
	if strings.TrimSpace(a.Text[at:]) != "" {
		t.Fatalf("no block covers %q in %q", a.Text[at:], a.Text)
	}
	if a.TitleSpan.Len() > 0 && a.TitleSpan.End > len(a.Text) {
		t.Fatalf("title span %v of %d", a.TitleSpan, len(a.Text))
	}
	for _, c := range a.Credits {
		if c.Span.Start < 0 || c.Span.End > len(a.Text) || c.Span.Len() < 0 {
			t.Fatalf("credit span %v of %d", c.Span, len(a.Text))
		}
	}
}

func FuzzFromText(f *testing.F) {
	for _, s := range []string{
		"", " date 2031-04-02 x", "World News\n\nTitle of it\n\n2 April 2031\n" + para, "VELL (Reuters) - " + para, "(CNN)The x",
		"A Message from X:\n", "a\r\nb\u2028c\u0085d\fe", "\xff\xfe\x00 (AFP)", "By agencies.\nBy Ada Quill, AP\n" + para, "… – AFP", "\u00a0 \u00a0x\u00a0",
		"—", "-", "( ) -", "X. (AFP", "Sept. 9, 2024 -", "PARIS, 3 May (AFP) –", "/TASS/. x", "2024-09-09",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkBlocks(t, FromText(s, Options{}))
	})
}

func BenchmarkFromText(b *testing.B) {
	text := "World News\n\nCrane falls into basin\n\n2 April 2031\n\n" + strings.Repeat(para+"\n\n", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FromText(text, Options{})
	}
}
