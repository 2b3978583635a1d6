package dates

import (
	_ "embed"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"github.com/hearsay-news/hearsay/news"
)

//go:embed rules/zones.sites
var zoneFile string

var zonesBySite = sync.OnceValue(func() map[string]string {
	zones := map[string]string{}
	for line := range strings.Lines(zoneFile) {
		line, _, _ = strings.Cut(line, "#")
		if w := strings.Fields(line); len(w) == 2 {
			zones[w[0]] = w[1]
		}
	}
	return zones
})

// zoneOf returns the time zone of an outlet by its site's host name, nil where
// it is not known.
func zoneOf(site string) *time.Location {
	site = strings.TrimPrefix(strings.ToLower(site), "www.")
	zones := zonesBySite()
	name := ""
	for rest, more := site, true; more && name == ""; _, rest, more = strings.Cut(rest, ".") {
		name = zones[rest]
	}
	if name == "" {
		name = zones[site[max(0, strings.LastIndexByte(site, '.')):]]
	}
	if name == "" {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// AnchorOf is the anchor of an article: its date line's day, else the day it
// was published on, in the outlet's zone.
func AnchorOf(a *news.Article) Anchor {
	return Anchor{
		Published: a.Published.Time,
		HasTime:   a.Published.HasTime,
		Zone:      zoneOf(a.Outlet.Site),
		Dateline:  a.Dateline.Date.Time,
	}
}
