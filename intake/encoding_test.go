package intake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestEncodings(t *testing.T) {
	const text = "The mayor of Vell said: “no crane fell” – and paid 3 € for her café."
	western, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, c := range []struct {
		name, raw string
		want      encodingName
	}{
		{"UTF-8", text, utf8Text},
		{"UTF-8 with mark", "\ufeff" + text, utf8Text},
		{"windows-1252", western, windows1252},
		{"UTF-16LE with mark", wide(unicode.LittleEndian, unicode.UseBOM), utf16LE},
		{"UTF-16BE with mark", wide(unicode.BigEndian, unicode.UseBOM), utf16BE},
		{"UTF-16LE", wide(unicode.LittleEndian, unicode.IgnoreBOM), utf16LE},
		{"UTF-16BE", wide(unicode.BigEndian, unicode.IgnoreBOM), utf16BE},
	} {
		got := encodingOf([]byte(c.raw), true)
		if got != c.want {
			t.Errorf("%s is taken for %q", c.name, got)
		}
		if s := decode([]byte(c.raw), got); s != text {
			t.Errorf("%s decodes to %q", c.name, s)
		}
	}
	if got := encodingOf([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), true); got != notText {
		t.Errorf("an image is taken for %q", got)
	}
	damaged := strings.Repeat(text, 5) + "\xff"
	if s := decode([]byte(damaged), encodingOf([]byte(damaged), true)); !strings.HasPrefix(s, text) || !strings.HasSuffix(s, "\uFFFD") {
		t.Errorf("damaged UTF-8 decodes to %q", s)
	}
}

func FuzzEncoding(f *testing.F) {
	for _, s := range []string{"", "plain", "\xff\xfea\x00", "\xfe\xff\x00a", "\xef\xbb\xbfx", "caf\xe9", "\x00\x01", "a\x00b\x00c\x00d\x00", "\xd8\x00\xd8\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, whole := range []bool{true, false} {
			if s := decode(raw, encodingOf(raw, whole)); !utf8.ValidString(s) {
				t.Errorf("%q decodes to the invalid %q", raw, s)
			}
		}
		if s := decodePage(raw); !utf8.ValidString(s) {
			t.Errorf("page %q decodes to the invalid %q", raw, s)
		}
	})
}
