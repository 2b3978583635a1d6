package intake

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// linkedArticle is what a page's JSON-LD says of its article.
type linkedArticle struct {
	kind                string
	headline            string
	published, modified string
	authors             []string
	publisher           string
	body                string
	url                 string
	language            string
}

// articleKinds are the schema.org types that are articles.
var articleKinds = map[string]bool{
	"article": true, "newsarticle": true, "reportagenewsarticle": true, "analysisnewsarticle": true,
	"backgroundnewsarticle": true, "opinionnewsarticle": true, "reviewnewsarticle": true, "askpublicnewsarticle": true,
	"blogposting": true, "liveblogposting": true, "socialmediaposting": true, "report": true, "scholarlyarticle": true,
	"techarticle": true, "satiricalarticle": true, "advertisercontentarticle": true, "webpage": true, "videoobject": true,
}

// linkedArticles reads the articles from the JSON-LD scripts of a page.
// Broken scripts are passed over.
func linkedArticles(scripts []string) []linkedArticle {
	var found []linkedArticle
	for _, s := range scripts {
		s = strings.TrimSpace(s)
		s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
		s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "//<![CDATA["), "//]]>")
		s = strings.TrimSuffix(strings.TrimSpace(s), ";")
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			// Line breaks inside strings are the common fault.
			s = strings.Map(func(r rune) rune {
				if r < ' ' {
					return ' '
				}
				return r
			}, s)
			if json.Unmarshal([]byte(s), &v) != nil {
				continue
			}
		}
		collectArticles(v, 0, &found)
	}
	return found
}

// mostLinked limits how many things of a page's JSON-LD are looked at.
const mostLinked = 64

func collectArticles(v any, depth int, found *[]linkedArticle) {
	if depth > 8 || len(*found) >= mostLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			collectArticles(x, depth+1, found)
		}
	case map[string]any:
		for _, kind := range texts(v["@type"]) {
			kind = strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(kind, "https://schema.org/"), "http://schema.org/"))
			if articleKinds[kind] {
				*found = append(*found, readLinked(kind, v))
				break
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"} {
			collectArticles(v[key], depth+1, found)
		}
	}
}

func readLinked(kind string, v map[string]any) linkedArticle {
	a := linkedArticle{
		kind:      kind,
		headline:  first(v["headline"], v["name"]),
		published: first(v["datePublished"], v["dateCreated"]),
		modified:  first(v["dateModified"]),
		publisher: nameOf(v["publisher"]),
		body:      first(v["articleBody"]),
		url:       first(v["url"], v["@id"]),
		language:  first(v["inLanguage"]),
	}
	if people, ok := v["author"].([]any); ok {
		for _, p := range people {
			if n := nameOf(p); n != "" {
				a.authors = append(a.authors, n)
			}
		}
	} else if n := nameOf(v["author"]); n != "" {
		a.authors = []string{n}
	}
	if !strings.HasPrefix(a.url, "http") {
		a.url = ""
	}
	return a
}

// texts are the strings of a value that is one or a list of them.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// first is the first text that is not blank, with HTML escapes undone.
func first(values ...any) string {
	for _, v := range values {
		for _, s := range texts(v) {
			if s = strings.TrimSpace(html.UnescapeString(s)); s != "" {
				return s
			}
		}
	}
	return ""
}

// nameOf is the name of a person or organisation, given as text, object or
// list.
func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return first(v)
	case map[string]any:
		return first(v["name"])
	case []any:
		for _, x := range v {
			if n := nameOf(x); n != "" {
				return n
			}
		}
	}
	return ""
}

// bestLinked chooses the article that the page is about: a news article before
// other things, one with the page's own title or address before others.
func bestLinked(all []linkedArticle, titles []string, url string) linkedArticle {
	var best linkedArticle
	most := 0
	for _, a := range all {
		score := 1
		switch a.kind {
		case "webpage":
		case "videoobject":
			score = 0
			continue
		case "article", "socialmediaposting":
			score += 4
		default:
			score += 6
		}
		if a.body != "" {
			score += 2
		}
		if a.published != "" {
			score++
		}
		if url != "" && strings.TrimSuffix(a.url, "/") == strings.TrimSuffix(url, "/") {
			score += 3
		}
		for _, t := range titles {
			if a.headline != "" && similarTitles(a.headline, t) {
				score += 4
				break
			}
		}
		if score > most {
			best, most = a, score
		}
	}
	return best
}
