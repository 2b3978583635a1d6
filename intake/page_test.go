package intake

import (
	"strings"
	"testing"
)

const ldPage = `<!doctype html><html lang="en"><head>
<title>Crane falls into basin of Vell - Sund Tidings</title>
<meta property="og:title" content="Crane falls into basin of Vell | Sund Tidings">
<meta property="og:site_name" content="Sund Tidings">
<meta name="description" content="Ships wait outside while the port office looks for a larger crane.">
<meta property="article:modified_time" content="2031-04-03T08:00:00Z">
<link rel="canonical" href="https://www.tidings.example/vell/crane">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
{"@type":["NewsArticle"],"headline":"Crane falls into basin of Vell","datePublished":"2031-04-02T17:43:00+02:00",
"author":[{"@type":"Person","name":"Ada Quill"},{"@type":"Person","name":"Tom Farr"}],"publisher":{"name":"Sund Tidings Ltd"}}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<header><h1>Crane falls into basin of Vell</h1><p class="standfirst">Ships wait outside while the port office looks for a larger crane.</p></header>
<article class="story">
<p class="story-text">The harbour of Vell was closed on Tuesday after a crane fell into the basin, the port office said.</p>
<figure><img src="crane.jpg"><figcaption>The crane before its fall</figcaption></figure>
<p class="story-text">Nobody was hurt, the office added, but the basin will have to be emptied before the summer fair.</p>
<h2>Council asks for reports</h2>
<blockquote><p>We want to see every report on every crane, and we want to see them this week.</p></blockquote>
<p class="story-text">That was the message of the council, whose members met late on Tuesday in the town hall.</p>
<ul><li>The crane was built in 1911.</li><li>It was last checked in March.</li></ul>
<div class="newsletter-box"><p>Sign up for our morning letter and never miss a crane again, free of charge.</p></div>
<p class="story-text">The company that owns the crane did not answer questions on Tuesday and Wednesday.</p>
<p><a href="/more">Read more: All the cranes of Vell and who owns them</a></p>
</article>
<footer><p>Sund Tidings is printed on paper made of old ships and sold on every corner of the town.</p></footer>
</body></html>`

func TestFromHTML(t *testing.T) {
	a, err := FromHTML([]byte(ldPage), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `title=Crane falls into basin of Vell
outlet=Sund Tidings
byline=Ada Quill, Tom Farr
published=2031-04-02
modified=2031-04-03
body |Ships wait outside while the port office…
body |The harbour of Vell was closed on Tuesda…
body |Nobody was hurt, the office added, but t…
heading |Council asks for reports
quote |We want to see every report on every cra…
body |That was the message of the council, who…
body |The crane was built in 1911.
body |It was last checked in March.
body |The company that owns the crane did not …
`
	if got := outline(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a.URL != "https://www.tidings.example/vell/crane" || a.Outlet.Site != "tidings.example" {
		t.Errorf("url %q, site %q", a.URL, a.Outlet.Site)
	}
	if a.Published.From != "json-ld" || !a.Published.HasTime || a.Modified.From != "meta" || a.Language != "en" {
		t.Errorf("published %+v, modified %+v, language %q", a.Published, a.Modified, a.Language)
	}
	checkBlocks(t, a)
}

func TestPageOfAnotherEncoding(t *testing.T) {
	page := `<html><head><meta charset="iso-8859-2"><title>x</title></head><body><p>` + para + ` Lech Wa` + "\xb3" + `ga of the port office said so on Wednesday morning.</p></body></html>`
	a, err := FromHTML([]byte(page), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "Wałga") {
		t.Errorf("text %q", a.Text)
	}
}

// A page may keep its article in several elements of one class, of which an
// extractor finds one; JSON-LD or the class finds the rest.
func TestPageInParts(t *testing.T) {
	part := func(town string) string {
		var b strings.Builder
		b.WriteString(`<div class="part">`)
		for _, what := range []string{"harbour", "market", "town hall", "old mill", "hospital"} {
			b.WriteString("<p>The " + what + " of " + town + " was closed on Tuesday after a crane fell into the basin, the port office said in a statement.</p>")
		}
		b.WriteString("</div>")
		return b.String()
	}
	page := `<html><body><main>` + part("Vell") + `<div class="ad">Buy a boat</div>` + part("Sund") + `</main></body></html>`
	a, err := FromHTML([]byte(page), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "hospital of Vell") || !strings.Contains(a.Text, "harbour of Sund") || strings.Contains(a.Text, "boat") {
		t.Errorf("text %q", a.Text)
	}
}

func TestPagesRefused(t *testing.T) {
	for name, page := range map[string]string{
		"deep":  strings.Repeat("<div>", 100_000),
		"many":  "<body>" + strings.Repeat("<i>x</i>", mostElements+1),
		"long":  "<body><p>" + strings.Repeat("x ", mostVisible),
		"empty": "<html><body></body></html>",
		"large": strings.Repeat(" ", 17<<20),
	} {
		if a, err := FromHTML([]byte(page), "", Options{}); err == nil {
			t.Errorf("%s: %d bytes of text from a page that is none", name, len(a.Text))
		}
	}
}

func TestTitles(t *testing.T) {
	site := []string{"Sund Tidings", "tidings.example"}
	for in, want := range map[string]string{
		"Crane falls - Sund Tidings":             "Crane falls",
		"Crane falls | World | Sund Tidings":     "Crane falls",
		"Crane falls - and nobody looks":         "Crane falls - and nobody looks",
		"Crane falls | Tidings":                  "Crane falls",
		"Live: Crane falls - port – Sund Herald": "Live: Crane falls - port",
		"Sund Tidings":                           "Sund Tidings",
		"":                                       "",
	} {
		if got := withoutSite(in, site, nil); got != want {
			t.Errorf("withoutSite(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLinkedArticles(t *testing.T) {
	found := linkedArticles([]string{
		`{"@type":"Organization","name":"x"}`,
		`not json`,
		"{\"@type\":\"NewsArticle\",\"headline\":\"A line\nbroken\",\"author\":\"Ada Quill\",\"articleBody\":\"Words &amp; more\"};",
		`[{"@type":"http://schema.org/Article","name":"Named","datePublished":["2031-04-02"]}]`,
	})
	if len(found) != 2 || found[0].headline != "A line broken" || found[0].body != "Words & more" || len(found[0].authors) != 1 || found[1].published != "2031-04-02" {
		t.Errorf("found %+v", found)
	}
	best := bestLinked(found, []string{"Named"}, "")
	if best.headline != "Named" {
		t.Errorf("best is %+v", best)
	}
}

func FuzzFromHTML(f *testing.F) {
	for _, s := range []string{ldPage, "", "<", "<p>x", "<html><body><p>" + para, "<table><tr><td>" + para, "<script type=application/ld+json>{", "<blockquote><ul><li>" + para + "<br><br>" + para} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := FromHTML(raw, "", Options{})
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("%q is not one line", err)
			}
			return
		}
		checkBlocks(t, a)
	})
}

func BenchmarkFromHTML(b *testing.B) {
	b.SetBytes(int64(len(ldPage)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := FromHTML([]byte(ldPage), "", Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A page whose head tells neither date nor author prints them around the
// report, and those of other articles beside it.
func TestImprint(t *testing.T) {
	page := func(address, imprint string) string {
		return `<html><head><link rel="canonical" href="` + address + `"><title>Crane falls into basin of Vell - Sund Tidings</title></head><body class="has-sidebar">
<div class="related-stories"><time datetime="2030-01-01">1 January 2030</time><span class="author">Someone Else</span></div>
<main><h1>Crane falls into basin of Vell</h1>` + imprint + strings.Repeat("<p>"+para+"</p>", 3) + `</main></body></html>`
	}
	for _, c := range []struct{ address, imprint, day, byline string }{
		{"https://tidings.example/crane", `<p><a rel="author" href="/q">Ada Quill</a> <time datetime="2031-04-02T09:00:00Z">today</time></p>`, "2031-04-02", "Ada Quill"},
		{"https://tidings.example/crane", `<div class="byline">By Ada Quill and Tom Farr</div><div class="date">Published on April 2, 2031</div>`, "2031-04-02", "Ada Quill and Tom Farr"},
		{"https://tidings.example/2031/apr/02/crane", `<time datetime="2031-04-05">updated</time>`, "2031-04-02", ""},
		{"https://tidings.example/2031/04/02/crane", `<span itemprop="datePublished" content="2031-04-01">x</span>`, "2031-04-01", ""},
		{"https://tidings.example/2031/02/31/crane", ``, "", ""},
		{"https://tidings.example/crane", `<div class="date">03/04/2031</div><div class="updated date"><b>Changed</b> 2 April 2031</div>`, "", ""},
	} {
		a, err := FromHTML([]byte(page(c.address, c.imprint)), "", Options{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Published.Day() != c.day || a.Byline != c.byline || a.Outlet.Name != "Sund Tidings" {
			t.Errorf("%s %s: published %q, byline %q, outlet %q", c.address, c.imprint, a.Published.Day(), a.Byline, a.Outlet.Name)
		}
	}
}

func TestLinksAreNoReport(t *testing.T) {
	page := `<html><body><main><h1>Crane falls into basin of Vell</h1><p>12:43, 2 Apr 2031Updated 12:44, 2 Apr 2031</p><p>` + para + `</p>
<p>READ MORE: <a href="/a">Cranes of Vell and their owners</a></p><p>` + para + ` It was old.</p>
<h3>What else happened</h3><ul><li><a href="/b">Mayor of Sund opens a bridge to nowhere</a></li><li><a href="/c">Old mill burns</a></li></ul>
<div class="offer hidden"><p>` + para + ` Buy the paper.</p></div><p>Updated 3 hours ago</p><p>20:42KEY EVENT</p><p>` + para + ` It was tall.</p></main></body></html>`
	a, err := FromHTML([]byte(page), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"READ MORE", "What else", "bridge", "mill", "Buy the paper", "hours ago", "KEY EVENT", "12:43"} {
		if strings.Contains(a.Text, s) {
			t.Errorf("%q is in the text %q", s, a.Text)
		}
	}
	if !strings.Contains(a.Text, "It was old") || !strings.Contains(a.Text, "It was tall") || a.Published.Day() != "2031-04-02" {
		t.Errorf("published %q, text %q", a.Published.Day(), a.Text)
	}
}
