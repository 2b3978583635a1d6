package outlets

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"AP", "Associated Press"},
		{"The Associated Press", "Associated Press"},
		{"associated press", "Associated Press"},
		{"AFP", "Agence France-Presse"},
		{"Agence France Presse", "Agence France-Presse"},
		{"Al-Jazeera", "Al Jazeera"},
		{"RFE/RL", "Radio Free Europe/Radio Liberty"},
		{"Tass", "TASS"},
		{"The Harbour Gazette", ""},
		{"The", ""},
		{"", ""},
	} {
		got, ok := Default().Lookup(c.name)
		if got.Name != c.want || ok != (c.want != "") {
			t.Errorf("Lookup(%q) = %q, %v; want %q", c.name, got.Name, ok, c.want)
		}
	}
}

func TestBySite(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.reuters.com/world/":   "Reuters",
		"edition.cnn.com":                  "CNN",
		"english.alarabiya.net":            "Al Arabiya",
		"http://harbour-gazette.example/a": "",
		"com":                              "",
		"":                                 "",
	} {
		if got, _ := Default().BySite(address); got.Name != want {
			t.Errorf("BySite(%q) = %q, want %q", address, got.Name, want)
		}
	}
}

func TestSame(t *testing.T) {
	if !Default().Same("AP", "The Associated Press") || Default().Same("AP", "AFP") || Default().Same("", "") {
		t.Error("AP is the Associated Press, AFP is not, and nothing is not itself")
	}
}

func TestTableIsSound(t *testing.T) {
	kinds := []string{"agency", "newspaper", "broadcaster", "magazine", "site"}
	seen := map[string]string{}
	for line := range strings.Lines(builtIn) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != 6 {
			t.Errorf("%d fields, want 6: %s", len(fields), line)
			continue
		}
		if !slices.Contains(kinds, strings.TrimSpace(fields[4])) {
			t.Errorf("kind %q of %s", fields[4], fields[0])
		}
		if strings.TrimSpace(fields[5]) == "" {
			t.Errorf("no source for %s", fields[0])
		}
		for _, name := range append([]string{fields[0]}, strings.Split(fields[1], ";")...) {
			key := Key(name)
			if other, ok := seen[key]; ok && key != "" && other != fields[0] {
				t.Errorf("%q names both %s and %s", strings.TrimSpace(name), other, fields[0])
			}
			seen[key] = fields[0]
		}
	}
}

func TestWith(t *testing.T) {
	own, err := Default().With(strings.NewReader("# ours\nHarbour Gazette | The Gazette | harbour-gazette.example | Quay Press | newspaper\nReuters | | reuters.com | Quay Press | agency\n"), "ours.txt")
	if err != nil {
		t.Fatal(err)
	}
	if o := own.Complete(news.Outlet{Site: "www.harbour-gazette.example"}); o.Name != "Harbour Gazette" || o.Family != "Quay Press" || o.Kind != "newspaper" {
		t.Errorf("own line not found: %+v", o)
	}
	if o, _ := own.Lookup("Reuters"); o.Family != "Quay Press" {
		t.Errorf("own line does not win: %+v", o)
	}
	if o, _ := Default().Lookup("Reuters"); o.Family != "Thomson Reuters" {
		t.Errorf("the table that was laid over changed: %+v", o)
	}
	if _, err := Default().With(strings.NewReader("\nOnly a name\n"), "ours.txt"); err == nil || !strings.Contains(err.Error(), "ours.txt:2") {
		t.Errorf("a short line gives %v, want the file and the line", err)
	}
}
