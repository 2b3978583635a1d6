package intake

import (
	"net/url"
	"strings"
)

// siteOf is the host name of a URL without "www.", "" where there is none.
func siteOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	return strings.TrimPrefix(host, "www.")
}
