package intake

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/hearsay-news/hearsay/news"
)

// choose takes from the paragraphs of a page (all) those of its article. The
// extractor's paragraphs (found) and the article body that the page's JSON-LD
// gives say which these are; paragraphs of the same element, and prose of like
// elements, belong to them. Where the page's paragraphs do not cover what the
// extractor found, its own are taken; where it found nothing, all prose.
func choose(all, found []pageBlock, linkedBody string) []pageBlock {
	if len(found) == 0 {
		for _, block := range all {
			if proseBlock(block) {
				found = append(found, block)
			}
		}
	}
	known := map[string]bool{}
	var b strings.Builder
	for _, f := range found {
		s := squeezed(f.text)
		known[s] = true
		b.WriteString(s)
	}
	whole := b.String()
	linked := squeezed(linkedBody)
	if len(linked) < 600 || len(linked) > 1<<20 {
		linked = ""
	}
	s := selection{all: all, keys: make([]string, len(all)), in: make([]bool, len(all))}
	covered := 0
	for i, block := range all {
		key := squeezed(block.text)
		s.keys[i] = key
		switch {
		case key == "":
		case known[key], len(key) >= 30 && strings.Contains(whole, key):
			s.in[i] = true
			covered += len(key)
		case len(key) >= 30 && linked != "" && strings.Contains(linked, key):
			s.in[i] = true
		}
	}
	s.drop()
	if covered*10 < len(whole)*8 {
		return found
	}
	s.extend()
	s.dropLinks()
	return s.chosen()
}

// selection marks which of a page's paragraphs are the article's.
type selection struct {
	all  []pageBlock
	keys []string // squeezed texts
	in   []bool
}

// drop unmarks what repeats an earlier paragraph.
func (s *selection) drop() {
	seen := map[string]bool{}
	for i := range s.all {
		if !s.in[i] {
			continue
		}
		if len(s.keys[i]) >= 30 && seen[s.keys[i]] {
			s.in[i] = false
		}
		seen[s.keys[i]] = true
	}
}

// extend marks the prose that stands in elements like those of the article's
// paragraphs.
func (s *selection) extend() {
	like := map[string]int{}
	nodes := map[*html.Node]int{}
	seen := map[string]bool{}
	first, last := -1, -1
	for i := range s.all {
		if !s.in[i] {
			continue
		}
		seen[s.keys[i]] = true
		nodes[s.all[i].in]++
		if proseBlock(s.all[i]) {
			like[signature(s.all[i].in)]++
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i, block := range s.all {
		if s.in[i] || seen[s.keys[i]] {
			continue
		}
		switch {
		case i > first && i < last && block.links*2 < len(block.text) &&
			(nodes[block.in] >= 3 || block.kind == news.Heading && like[signature(block.in)] >= 3 && signature(block.in) != ""):
			s.in[i] = true // a paragraph between others, in the same element, or a heading in one of the same kind
		case proseBlock(block) && like[signature(block.in)] >= 4 && signature(block.in) != "":
			s.in[i] = true
		}
		if s.in[i] {
			seen[s.keys[i]] = true
		}
	}
}

// dropLinks unmarks what leads to other articles: lists of links, lines that
// are nothing but a link, and the headings above these.
func (s *selection) dropLinks() {
	links, size := map[*html.Node]int{}, map[*html.Node]int{}
	for _, block := range s.all {
		if block.item {
			links[block.in] += block.links
			size[block.in] += len(block.text)
		}
	}
	dropped := false
	for i := len(s.all) - 1; i >= 0; i-- {
		block := s.all[i]
		switch {
		case !s.in[i]:
		case block.kind == news.Heading:
			s.in[i] = !dropped
			dropped = false
		case block.item && links[block.in]*2 >= size[block.in], linkLine(block):
			s.in[i] = false
			dropped = true
		default:
			dropped = false
		}
	}
}

func (s *selection) chosen() []pageBlock {
	var out []pageBlock
	for i, block := range s.all {
		if s.in[i] {
			out = append(out, block)
		}
	}
	return out
}

// proseBlock reports whether a block is a paragraph of running text.
func proseBlock(b pageBlock) bool {
	return b.kind != news.Heading && len(b.text) >= 80 && endsSentence(b.text) && b.links*2 < len(b.text)
}

// signature tells like elements: tag and class; "" for one without a class.
func signature(n *html.Node) string {
	if n == nil {
		return ""
	}
	class := attr(n, "class")
	if class == "" {
		return ""
	}
	return n.Data + "." + class
}
