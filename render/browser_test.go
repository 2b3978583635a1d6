package render

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"testing"
	"time"
)

// probe loads the page in frames of phone and desktop width and reports what
// is wrong with it.
const probe = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>probe</title></head><body>
<iframe id="phone" width="390" height="800" src="/page"></iframe><iframe id="desktop" width="1400" height="900" src="/page"></iframe>
<pre id="report"></pre>
<script>
function luminance(rgb) {
  const f = c => { c /= 255; return c <= .03928 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4) };
  return .2126 * f(rgb[0]) + .7152 * f(rgb[1]) + .0722 * f(rgb[2]);
}
function colour(s) { const m = s.match(/[\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m; }
function behind(e) { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c) return c; } return [255, 255, 255]; }
function check(name, d, w) {
  const bad = [], say = s => bad.push(name + ': ' + s);
  if (d.documentElement.scrollWidth > w) say('wider than its window: ' + d.documentElement.scrollWidth);
  if (!d.documentElement.lang || !d.title) say('no language or title');
  if (d.querySelectorAll('main').length !== 1) say('not one main');
  if (d.querySelectorAll('script, [src], link').length) say('it loads or runs something');
  const ids = new Set(); d.querySelectorAll('[id]').forEach(e => { if (ids.has(e.id)) say('two of id ' + e.id); ids.add(e.id) });
  d.querySelectorAll('a[href^="#"]').forEach(a => { if (!ids.has(a.getAttribute('href').slice(1))) say('link to nowhere: ' + a.getAttribute('href')) });
  d.querySelectorAll('a').forEach(a => { if (!(a.getAttribute('aria-label') || a.textContent).trim()) say('a link without a name'); if (a.tabIndex < 0) say('a link out of the keyboard\'s reach') });
  let level = 0; d.querySelectorAll('h1,h2,h3,h4').forEach(h => { const n = +h.tagName[1]; if (n > level + 1) say('heading skips a level: ' + h.textContent.slice(0, 40)); level = n });
  d.querySelectorAll('p, li, h1, h2, h3, a, figcaption, text').forEach(e => {
    if (!e.textContent.trim() || e.classList.contains('skip')) return;
    const s = getComputedStyle(e), fg = colour(e.tagName === 'text' ? s.fill : s.color), a = luminance(fg), b = luminance(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) say('contrast ' + ratio.toFixed(1) + ': ' + e.className + ' ' + e.textContent.trim().slice(0, 40));
  });
  const mark = d.querySelector('mark[id]'); if (!mark) say('no passage is marked');
  const last = [...d.querySelectorAll('.story')].pop();
  if (name === 'desktop' && last) {
    const claim = last.querySelector('.claim'), passage = [...last.querySelectorAll('mark[id]')].pop();
    const view = d.defaultView; d.documentElement.style.scrollBehavior = 'auto';
    claim.scrollIntoView(); const y = view.scrollY; view.location.hash = passage.id;
    if (Math.abs(view.scrollY - y) > 2) say('a link to a passage moves the claims by ' + (view.scrollY - y));
    if (d.querySelector('mark:target') !== passage) say('a link does not reach its passage');
  }
  return bad;
}
window.onload = () => {
  let bad = [];
  for (const [id, w] of [['phone', 390], ['desktop', 1400]]) bad = bad.concat(check(id, document.getElementById(id).contentDocument, w));
  document.getElementById('report').textContent = JSON.stringify(bad);
};
</script></body></html>`

// browse has a real browser load a page, in the light or the dark, and returns
// what the probe found.
func browse(t *testing.T, page []byte, dark bool) []string {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("needs the program chromium (Debian: apt-get install chromium)")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path == "/page" {
			w.Write(page)
			return
		}
		fmt.Fprint(w, probe)
	}))
	defer server.Close()
	scheme := "--blink-settings=preferredColorScheme=1"
	if dark {
		scheme = "--blink-settings=preferredColorScheme=0"
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--virtual-time-budget=10000", scheme, "--dump-dom", server.URL+"/probe").Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	m := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindSubmatch(out)
	if m == nil || len(m[1]) == 0 {
		t.Fatalf("the probe did not report: %.500s", out)
	}
	var bad []string
	if err := json.Unmarshal([]byte(html.UnescapeString(string(m[1]))), &bad); err != nil {
		t.Fatal(err)
	}
	return bad
}
