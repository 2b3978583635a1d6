package intake

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// readAll reads paths and returns the articles and the messages of the
// problems, in order.
func readAll(t *testing.T, paths []string, stdin io.Reader, opts Options) (articles []news.Article, problems []string) {
	t.Helper()
	for a, err := range Read(paths, stdin, opts) {
		if err != nil {
			var p *Problem
			if !errors.As(err, &p) {
				t.Fatalf("%v is no Problem", err)
			}
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("%q is not one line", err)
			}
			problems = append(problems, err.Error())
			continue
		}
		if a.Text == "" || a.ID == "" || len(a.Hash) != 64 || a.Path == "" {
			t.Errorf("article %+v lacks text, id, hash or path", a)
		}
		checkBlocks(t, a)
		articles = append(articles, a)
	}
	return articles, problems
}

func zipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func jsonLine(t *testing.T, r Record) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	record := jsonLine(t, Record{ID: "r1", Outlet: "Sund Tidings", Published: "2031-04-02", Title: "Crane falls", Text: para})
	files := map[string]string{
		"a.txt":               para,
		"b/c.txt.gz":          zipped(t, "Second report.\n\n"+para),
		"b/d.html":            "<html><head><title>Crane</title></head><body><article><p>" + para + "</p><p>" + strings.Replace(para, "Vell", "Sund", 1) + "</p></article></body></html>",
		"e.jsonl":             record + jsonLine(t, Record{ID: "r2", Text: "Another. " + para}),
		"f.jsonl.gz":          zipped(t, jsonLine(t, Record{ID: "r3", Text: "Third. " + para})),
		"g.json":              "{\n \"id\": \"r4\",\n \"text\": \"Fourth. " + para + "\"\n}\n",
		"h.json":              "[\n {\"id\": \"r5\", \"text\": \"Fifth. " + para + "\"},\n {\"id\": \"r6\", \"text\": \"Sixth. " + para + "\"}\n]\n",
		".hidden":             "not to be read",
		"named-as-image.jpeg": "Seventh. " + para,
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	articles, problems := readAll(t, []string{dir, filepath.Join(dir, "a.txt")}, nil, Options{})
	if len(problems) > 0 {
		t.Error(problems)
	}
	var got []string
	for _, a := range articles {
		rel, err := filepath.Rel(dir, a.Path)
		if err != nil {
			t.Fatal(err)
		}
		id := a.ID
		if strings.HasPrefix(a.Hash, id) {
			id = "made"
		}
		got = append(got, filepath.ToSlash(rel)+" "+id)
	}
	want := "a.txt made|b/c.txt.gz made|b/d.html made|e.jsonl r1|e.jsonl r2|f.jsonl.gz r3|g.json r4|h.json r5|h.json r6|named-as-image.jpeg made"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestBadInput(t *testing.T) {
	good := jsonLine(t, Record{ID: "good", Text: para})
	for _, c := range []struct {
		name, content string
		articles      int
		problem       string // "" for none
	}{
		{"empty.txt", "", 0, "empty.txt: empty; leave it out"},
		{"blank.txt", " \n\n", 0, "empty"},
		{"image.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 0, "a PNG image, not text"},
		{"binary.txt", "abc\x00\x01\x02def", 0, "binary data, not text"},
		{"paper.pdf", "%PDF-1.7 and so on", 0, "a PDF file, not text"},
		{"feed.xml", "<?xml version=\"1.0\"?><rss><channel></channel></rss>", 0, "an XML document, not a page"},
		{"broken.html", "<html><p", 0, "no article found in the page"},
		{"cut.jsonl", good + `{"id": "x", "text": "The crane`, 1, "record 2: JSON is cut off in the middle"},
		{"cut-first.jsonl", `{"id": "x", "te` + "\n" + good, 1, "record 1: JSON is cut off in the middle"},
		{"no-json.jsonl", good + "what is this\n" + jsonLine(t, Record{Text: "More. " + para}), 2, "record 2: is no JSON"},
		{"no-text.jsonl", `{"id": "x", "title": "Crane"}` + "\n" + good, 1, "record 1: record without text"},
		{"null-text.jsonl", `{"id": "x", "text": null}` + "\n" + good, 1, "record without text"},
		{"list-text.jsonl", `{"id": "x", "text": ["a"]}` + "\n" + good, 1, `"text" is a list, not a string`},
		{"number.jsonl", "17\n" + good, 1, "is a number, not an article record"},
		{"date.jsonl", `{"id": "x", "published": "last spring", "text": "` + para + `"}` + "\n", 1, `"published": "last spring" is no date`},
		{"twice.jsonl", good + jsonLine(t, Record{ID: "good", Text: "Other words. " + para}), 2, `record 2: id "good" was given before to another text; give each article an id of its own; it is read as "good-2"`},
		{"same.jsonl", good + good, 1, ""},
		{"no-ids.jsonl", strings.Repeat(`{"text":"`+para+`"}`+"\n", 3), 3, ""},
		{"thrice.jsonl", good + good + jsonLine(t, Record{ID: "good", Text: "Other words. " + para}) + jsonLine(t, Record{ID: "good", Text: "Other words. " + para}), 2, `it is read as "good-2"`},
		{"number-id.jsonl", `{"id": 17, "text": "` + para + `"}` + "\n", 1, ""},
		{"damaged.gz", "\x1f\x8bnot gzip at all", 0, "damaged gzip file"},
		{"cut.gz", zipped(t, strings.Repeat(para, 9))[:60], 0, "breaks off"},
		{"long.txt", strings.Repeat(para, 40), 0, "larger than"},
		{"long.jsonl", good + `{"text": "` + strings.Repeat(para, 40) + `"}` + "\n" + jsonLine(t, Record{Text: "After. " + para}), 2, "record 2: line longer than"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.content), 0o644); err != nil {
				t.Fatal(err)
			}
			articles, problems := readAll(t, []string{path}, nil, Options{MaxDocument: 2000})
			if len(articles) != c.articles {
				t.Errorf("%d articles, want %d", len(articles), c.articles)
			}
			switch {
			case c.problem == "" && len(problems) > 0, c.problem != "" && len(problems) != 1:
				t.Errorf("problems %q", problems)
			case c.problem != "" && !strings.Contains(problems[0], c.problem):
				t.Errorf("problem %q, want %q in it", problems[0], c.problem)
			}
		})
	}
}

func TestMissingAndForbidden(t *testing.T) {
	dir := t.TempDir()
	_, problems := readAll(t, []string{filepath.Join(dir, "gone.txt")}, nil, Options{})
	if len(problems) != 1 || !strings.Contains(problems[0], "is not there") {
		t.Errorf("problems %q", problems)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(para), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "b.txt")); err != nil {
		t.Skip("needs symbolic links:", err)
	}
	shut := filepath.Join(dir, "shut")
	if err := os.Mkdir(shut, 0); err != nil {
		t.Fatal(err)
	}
	want := 2
	if _, err := os.ReadDir(shut); err == nil {
		want = 1 // a user who may read everything
	}
	articles, problems := readAll(t, []string{dir}, nil, Options{})
	if len(articles) != 1 || len(problems) != want {
		t.Errorf("%d articles, problems %q", len(articles), problems)
	}
}

// endless writes records for as long as it is read.
type endless struct {
	n    int
	rest []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		e.n++
		e.rest = fmt.Appendf(nil, `{"id":"e%d","text":"Report %d. %s"}`+"\n", e.n, e.n, para)
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

func TestEndlessStream(t *testing.T) {
	n := 0
	for a, err := range Read([]string{"-"}, &endless{}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; a.ID != fmt.Sprintf("e%d", n) {
			t.Fatalf("article %d is %q", n, a.ID)
		}
		if n == 500 {
			break
		}
	}
	if n != 500 {
		t.Errorf("%d articles", n)
	}
}

func TestOneVastLine(t *testing.T) {
	const size = 200 << 20
	for _, start := range []string{"", `{"text":"`} {
		in := io.MultiReader(strings.NewReader(start), io.LimitReader(letters{}, size))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		articles, problems := readAll(t, []string{"-"}, in, Options{MaxDocument: 1 << 20})
		runtime.ReadMemStats(&after)
		if len(articles) != 0 || len(problems) != 1 {
			t.Errorf("%d articles, problems %q", len(articles), problems)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 32<<20 {
			t.Errorf("%d MB were allocated for one line that is too long", used>>20)
		}
	}
}

// letters writes one line without end.
type letters struct{}

var alphabet = bytes.Repeat([]byte("abcdefghijklmnopqrstuvwxyz"), 1<<10)

func (letters) Read(p []byte) (int, error) {
	return copy(p, alphabet), nil
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"x"}` + "\n{\"id\""))
	f.Add([]byte("[{\"text\":\"x\"},{}]"))
	f.Add([]byte("{\n\"text\": \"x\"\n}"))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Add([]byte("<p>x"))
	f.Add([]byte("\xff\xfe{\x00\"\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		readAll(t, []string{"-"}, bytes.NewReader(raw), Options{})
	})
}

// A record of a slow stream is read when it comes, not when 16 kB have come.
func TestReadDoesNotWaitForMore(t *testing.T) {
	stdin, w := io.Pipe()
	defer w.Close()
	go io.WriteString(w, `{"id":"a","text":"The bridge is closed, the mayor said on Monday."}`+"\n")
	read := make(chan string, 1)
	go func() {
		for a := range Read([]string{"-"}, stdin, Options{}) {
			read <- a.ID
			return
		}
	}()
	select {
	case id := <-read:
		if id != "a" {
			t.Errorf("read %q", id)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was read")
	}
}
