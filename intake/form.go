package intake

import (
	"bytes"
	"path/filepath"
	"strings"
)

// A form is what kind of document an input is.
type form int

const (
	plainText form = iota
	page
	recordLines    // JSON Lines
	recordDocument // one JSON value over several lines
	feed           // XML that is no page
)

// formOf tells the form of a document from its decoded beginning; the ending
// of its name counts only where the content does not tell.
func formOf(start string, whole bool, path string) form {
	s := strings.TrimLeft(start, " \t\r\n\f\uFEFF")
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz")))
	jsonName := ext == ".jsonl" || ext == ".ndjson" || ext == ".json" || ext == ".jl"
	switch {
	case strings.HasPrefix(s, "{"):
		inner := strings.TrimLeft(s[1:], " \t\r\n")
		if !jsonName && !strings.HasPrefix(inner, "\"") {
			break
		}
		if overLines(s) {
			return recordDocument
		}
		return recordLines
	case strings.HasPrefix(s, "["):
		inner := strings.TrimLeft(s[1:], " \t\r\n")
		if strings.HasPrefix(inner, "{") || strings.HasPrefix(inner, "]") && jsonName {
			return recordDocument
		}
	case strings.HasPrefix(s, "<"):
		return markup(s)
	}
	if jsonName || mostlyRecords(s) {
		return recordLines
	}
	if ext == ".html" || ext == ".htm" || ext == ".xhtml" || hasTags(s) {
		return page
	}
	return plainText
}

// overLines reports whether the JSON object that s begins with goes on over
// several lines, rather than being broken.
func overLines(s string) bool {
	first, rest, more := strings.Cut(s, "\n")
	first = strings.TrimSpace(first)
	next := strings.TrimLeft(rest, " \t\r\n")
	return more && len(first) < 200 && !strings.HasSuffix(first, "}") && strings.HasPrefix(next, "\"")
}

// markup tells pages from other XML.
func markup(s string) form {
	lower := strings.ToLower(s[:min(len(s), 4096)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<main", "<section", "<h1", "<script", "<span", "<a "} {
		if strings.Contains(lower, tag) {
			return page
		}
	}
	if strings.HasPrefix(lower, "<?xml") || strings.HasPrefix(lower, "<rss") || strings.HasPrefix(lower, "<feed") {
		return feed
	}
	return plainText
}

// hasTags reports whether a text that does not begin with a tag is a piece of
// a page all the same.
func hasTags(s string) bool {
	lower := strings.ToLower(s[:min(len(s), 4096)])
	return strings.Contains(lower, "</p>") || strings.Contains(lower, "</div>") || strings.Contains(lower, "<body")
}

// mostlyRecords reports whether most lines begin as records do.
func mostlyRecords(s string) bool {
	lines, records := 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		lines++
		if strings.HasPrefix(line, `{"`) {
			records++
		}
	}
	return records > 0 && records*2 >= lines
}

// binaryKinds are the first bytes of kinds of file that people take for text.
var binaryKinds = []struct{ magic, kind string }{
	{"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF87a", "a GIF image"}, {"GIF89a", "a GIF image"},
	{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a ZIP archive or office document"}, {"\xd0\xcf\x11\xe0", "an office document"},
	{"{\\rtf", "an RTF document"}, {"BZh", "a bzip2 file"}, {"\xfd7zXZ", "an xz file"}, {"\x28\xb5\x2f\xfd", "a zstd file"},
	{"7z\xbc\xaf", "a 7z archive"}, {"Rar!", "a RAR archive"}, {"SQLite format 3", "an SQLite file"}, {"\x7fELF", "a program"},
	{"MZ\x90", "a program"}, {"OggS", "a sound file"}, {"ID3", "a sound file"}, {"II*\x00", "a TIFF image"}, {"MM\x00*", "a TIFF image"},
	{"wOFF", "a font"}, {"wOF2", "a font"}, {"BM", "a BMP image"}, {"WARC/", "a WARC archive"},
}

// binaryKind names a kind of file that is no text by its first bytes, "" where
// it may be text.
func binaryKind(head []byte) string {
	for _, k := range binaryKinds {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			if len(k.magic) == 2 && !bytes.Contains(head, []byte{0}) {
				continue
			}
			return k.kind
		}
	}
	if len(head) > 12 {
		switch {
		case bytes.HasPrefix(head, []byte("RIFF")) && string(head[8:12]) == "WEBP":
			return "a WebP image"
		case string(head[4:8]) == "ftyp":
			return "a video or HEIF image"
		}
	}
	return ""
}
