// Package outlets knows news outlets and agencies by the names they print,
// their sites, and who owns them. Two outlets of one family are not two
// independent sources; an agency's name in a credit says where a text is from.
package outlets

import (
	_ "embed"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/hearsay-news/hearsay/news"
)

//go:embed outlets.txt
var builtIn string

// Table finds outlets by name or site. It is not changed after it is built and
// may be shared.
type Table struct {
	outlets []news.Outlet
	names   []Name
	printed [][]string // by outlet
	byName  map[string]int
	bySite  map[string]int
}

// Name is a printed name of an outlet of the table.
type Name struct {
	Printed string
	Outlet  news.Outlet
}

// Default is the table that comes with hearsay.
var Default = sync.OnceValue(func() *Table {
	t, err := (*Table)(nil).With(strings.NewReader(builtIn), "outlets.txt")
	if err != nil {
		panic(err) // the embedded table is tested
	}
	return t
})

// With returns a table that has the lines of r laid over t's, which may be
// nil. The form is the one outlets.txt explains; name is used in errors.
func (t *Table) With(r io.Reader, name string) (*Table, error) {
	n := &Table{byName: map[string]int{}, bySite: map[string]int{}}
	if t != nil {
		n.outlets, n.names = slices.Clone(t.outlets), slices.Clone(t.names)
		for _, k := range t.names {
			key := Key(k.Printed)
			n.byName[key] = t.byName[key]
		}
		for _, o := range t.outlets {
			if o.Site != "" {
				n.bySite[o.Site] = t.bySite[o.Site]
			}
		}
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) < 5 {
			return nil, fmt.Errorf("%s:%d: %d fields, want name | other names | site | family | kind | source", name, number, len(fields))
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if Key(fields[0]) == "" {
			return nil, fmt.Errorf("%s:%d: no name", name, number)
		}
		n.add(news.Outlet{Name: fields[0], Site: Site(fields[2]), Family: fields[3], Kind: fields[4]}, strings.Split(fields[1], ";"))
	}
	n.printed = make([][]string, len(n.outlets))
	for _, k := range n.names {
		i := n.byName[Key(k.Printed)]
		n.printed[i] = append(n.printed[i], k.Printed)
	}
	return n, nil
}

func (t *Table) add(o news.Outlet, others []string) {
	at := len(t.outlets)
	if old, ok := t.byName[Key(o.Name)]; ok && Key(t.outlets[old].Name) == Key(o.Name) {
		at = old
		t.outlets[at] = o
		for i := range t.names {
			if t.byName[Key(t.names[i].Printed)] == at {
				t.names[i].Outlet = o
			}
		}
	} else {
		t.outlets = append(t.outlets, o)
	}
	for _, printed := range append([]string{o.Name}, others...) {
		printed = strings.TrimSpace(printed)
		key := Key(printed)
		if key == "" {
			continue
		}
		if _, known := t.byName[key]; !known {
			t.names = append(t.names, Name{printed, o})
		}
		t.byName[key] = at
	}
	if _, known := t.bySite[o.Site]; o.Site != "" && !known {
		t.bySite[o.Site] = at
	}
}

// Lookup finds an outlet by a name as printed; case, accents' spelling apart,
// punctuation and a leading "the" do not matter.
func (t *Table) Lookup(name string) (news.Outlet, bool) {
	i, ok := t.byName[Key(name)]
	if !ok {
		return news.Outlet{}, false
	}
	return t.outlets[i], true
}

// BySite finds an outlet by a host name or address, or by a site above it.
func (t *Table) BySite(address string) (news.Outlet, bool) {
	for site := Site(address); strings.Contains(site, "."); {
		if i, ok := t.bySite[site]; ok {
			return t.outlets[i], true
		}
		_, site, _ = strings.Cut(site, ".")
	}
	return news.Outlet{}, false
}

// Complete fills in what an article's outlet leaves empty, by its site or its
// name. A name as printed is kept.
func (t *Table) Complete(o news.Outlet) news.Outlet {
	known, ok := t.BySite(o.Site)
	if !ok {
		known, ok = t.Lookup(o.Name)
	}
	if !ok {
		return o
	}
	for _, f := range []struct{ have, known *string }{
		{&o.Name, &known.Name}, {&o.Site, &known.Site}, {&o.Family, &known.Family}, {&o.Kind, &known.Kind},
	} {
		if *f.have == "" {
			*f.have = *f.known
		}
	}
	return o
}

// Same reports whether two printed names mean one outlet.
func (t *Table) Same(a, b string) bool {
	ka, kb := Key(a), Key(b)
	if ka == "" || kb == "" {
		return false
	}
	if ka == kb {
		return true
	}
	i, ok := t.byName[ka]
	k, ok2 := t.byName[kb]
	return ok && ok2 && i == k
}

// Names are all printed names, in the order of the table.
func (t *Table) Names() []Name { return t.names }

// NamesOf are the printed names of the outlet that is known by name, the
// table's own name for it first; nil where there is none.
func (t *Table) NamesOf(name string) []string {
	i, ok := t.byName[Key(name)]
	if !ok {
		return nil
	}
	return t.printed[i]
}

// Key is a printed name reduced to what tells it from others: letters and
// digits in lower case, without a leading "the".
func Key(name string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if b.Len() == 0 && word == "the" {
			continue
		}
		b.WriteString(word)
	}
	return b.String()
}

// Site is the host name of an address or host, without "www.".
func Site(address string) string {
	address = strings.ToLower(strings.TrimSpace(address))
	if strings.Contains(address, "://") {
		if u, err := url.Parse(address); err == nil {
			address = u.Hostname()
		}
	}
	address, _, _ = strings.Cut(address, "/")
	return strings.TrimPrefix(address, "www.")
}
