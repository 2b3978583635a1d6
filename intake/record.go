package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// Record is an article as it stands in a line of JSON. Only Text is needed.
// Published and Modified are dates as ParseDate takes them, or seconds since
// 1970 as a number.
type Record struct {
	ID        string `json:"id,omitempty"`
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	Modified  string `json:"modified,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Wire      string `json:"wire,omitempty"` // agency that the whole text is credited to
	Language  string `json:"language,omitempty"`
	Text      string `json:"text"`
}

// NewRecord is the record of an article.
func NewRecord(a news.Article) Record {
	r := Record{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet.Name, Title: a.Title, Byline: a.Byline, Language: a.Language, Text: a.Text,
		Published: isoDate(a.Published), Modified: isoDate(a.Modified),
	}
	for _, c := range a.Credits {
		if c.Whole && r.Wire == "" {
			r.Wire = c.Name
		}
	}
	return r
}

func isoDate(d news.Date) string {
	if d.HasTime {
		return d.Time.Format(time.RFC3339)
	}
	return d.Day()
}

// loose takes a string, a number or null where a string is meant.
type loose string

func (l *loose) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*l = loose(s)
		return nil
	}
	if b[0] == '-' || b[0] >= '0' && b[0] <= '9' {
		*l = loose(b)
		return nil
	}
	return fmt.Errorf("is %s, %w", jsonKind(b[0]), errNoString)
}

var errNoString = errors.New("not a string")

func jsonKind(first byte) string {
	switch first {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	case '"':
		return "a string"
	}
	return "a number"
}

// ParseRecord reads one record from JSON. Fields that it does not know are
// ignored. The error says what is wrong with it.
func ParseRecord(line []byte) (Record, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return Record{}, jsonTrouble(line, err)
	}
	var r Record
	for _, f := range []struct {
		name string
		to   *string
	}{
		{"id", &r.ID}, {"url", &r.URL}, {"outlet", &r.Outlet}, {"published", &r.Published}, {"modified", &r.Modified},
		{"title", &r.Title}, {"byline", &r.Byline}, {"wire", &r.Wire}, {"language", &r.Language}, {"text", &r.Text},
	} {
		raw := bytes.TrimSpace(fields[f.name])
		if len(raw) == 0 || string(raw) == "null" {
			continue
		}
		if f.name == "byline" && raw[0] == '[' {
			var names []string
			if json.Unmarshal(raw, &names) == nil {
				r.Byline = strings.Join(names, ", ")
				continue
			}
		}
		var s loose
		if err := s.UnmarshalJSON(raw); err != nil {
			return Record{}, fmt.Errorf("%q %w", f.name, err)
		}
		if f.name == "text" && raw[0] != '"' {
			return Record{}, fmt.Errorf("%q is %s, %w", f.name, jsonKind(raw[0]), errNoString)
		}
		*f.to = string(s)
	}
	return r, nil
}

// jsonTrouble says in plain words why a line is no record.
func jsonTrouble(line []byte, err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("is %s, not an article record", jsonKind(bytes.TrimSpace(line)[0]))
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if syntax.Offset >= int64(len(bytes.TrimRight(line, " \t\r\n"))) && strings.Contains(err.Error(), "unexpected end") {
			return errors.New("JSON is cut off in the middle")
		}
		return fmt.Errorf("is no JSON (at byte %d)", syntax.Offset)
	}
	return errors.New("is no JSON")
}

// FromRecord makes an article of a record. A date that is none is an error
// beside a usable article, whose Text is then not empty; a record without text
// or with too much of it is an error alone.
func FromRecord(r Record, opts Options) (news.Article, error) {
	if strings.TrimSpace(r.Text) == "" {
		return news.Article{}, &Problem{What: "record without text", Do: `give its words as "text"`}
	}
	if len(r.Text) > opts.maxText() {
		return news.Article{}, &Problem{What: tooMuchText(len(r.Text), opts), Do: "split it into its articles"}
	}
	a := news.Article{
		ID: r.ID, URL: r.URL, Title: strings.TrimSpace(r.Title), Byline: strings.TrimSpace(r.Byline),
		Language: languageCode(r.Language), Text: strings.ToValidUTF8(r.Text, "\uFFFD"),
		Outlet: news.Outlet{Name: strings.TrimSpace(r.Outlet), Site: siteOf(r.URL)},
	}
	var trouble error
	for _, d := range []struct {
		name, given string
		to          *news.Date
	}{{"published", r.Published, &a.Published}, {"modified", r.Modified, &a.Modified}} {
		if d.given == "" {
			continue
		}
		date, err := recordDate(d.given)
		if err != nil {
			trouble = &Problem{What: fmt.Sprintf("%q: %v", d.name, err), Do: "write it as YYYY-MM-DD; the article is read without it"}
			continue
		}
		date.From = "record"
		*d.to = date
	}
	if wire := strings.TrimSpace(r.Wire); wire != "" {
		a.Credits = append(a.Credits, news.Credit{Name: agencyCredit(wire), Whole: true})
	}
	understand(&a)
	finish(&a, opts)
	return a, trouble
}

// recordDate also takes seconds (or milliseconds) since 1970.
func recordDate(s string) (news.Date, error) {
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 1e8 && n < 1e13 && len(s) >= 9 {
		if n > 1e11 {
			n /= 1000
		}
		return news.Date{Time: time.Unix(int64(n), 0).UTC(), HasTime: true}, nil
	}
	return ParseDate(s)
}

func tooMuchText(n int, opts Options) string {
	return fmt.Sprintf("text of %s is more than the %s an article may have", bytesInWords(n), bytesInWords(opts.maxText()))
}

func bytesInWords(n int) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// languageCode is the two-letter code of "en", "en-GB", "eng", "English"; ""
// where s is none of these.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "english" || s == "eng" {
		return "en"
	}
	code, _, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	if len(code) != 2 || code[0] < 'a' || code[0] > 'z' || code[1] < 'a' || code[1] > 'z' {
		return ""
	}
	return code
}
