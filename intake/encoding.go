package intake

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// An encodingName says how bytes become text.
type encodingName string

const (
	utf8Text    encodingName = "UTF-8"
	utf16LE     encodingName = "UTF-16LE"
	utf16BE     encodingName = "UTF-16BE"
	windows1252 encodingName = "windows-1252"
	notText     encodingName = "" // binary
)

// encodingOf recognises the encoding of a document from its beginning (the
// whole of it, or at least a few hundred bytes). whole says that head is not
// cut off.
func encodingOf(head []byte, whole bool) encodingName {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return utf8Text
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return utf16LE
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return utf16BE
	}
	if name := utf16ByZeros(head); name != notText {
		return name
	}
	control := 0
	for _, c := range head {
		if c == 0 {
			return notText
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f {
			control++
		}
	}
	if control*50 > len(head) {
		return notText
	}
	good, bad := multibyte(head, whole)
	if bad == 0 || good > bad*4 {
		return utf8Text
	}
	return windows1252
}

// utf16ByZeros recognises UTF-16 without a byte order mark: western text has a
// zero in nearly every second byte and none in the others.
func utf16ByZeros(head []byte) encodingName {
	pairs := len(head) / 2
	if pairs < 2 {
		return notText
	}
	var even, odd int
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	switch {
	case odd*10 >= pairs*7 && even*20 <= pairs:
		return utf16LE
	case even*10 >= pairs*7 && odd*20 <= pairs:
		return utf16BE
	}
	return notText
}

// multibyte counts the characters of two or more bytes in b that are good
// UTF-8, and the bytes above 0x7f that are not. A character cut off at the end
// is not counted unless b is whole.
func multibyte(b []byte, whole bool) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, w := utf8.DecodeRune(b[i:])
		switch {
		case r != utf8.RuneError || w > 1:
			good++
		case !whole && !utf8.FullRune(b[i:]):
			return good, bad
		default:
			bad++
		}
		i += w
	}
	return good, bad
}

// decoder is nil for UTF-8.
func (n encodingName) decoder() *encoding.Decoder {
	switch n {
	case utf16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case utf16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case windows1252:
		return charmap.Windows1252.NewDecoder()
	}
	return nil
}

// decode turns bytes into valid UTF-8 without a byte order mark.
func decode(raw []byte, name encodingName) string {
	if d := name.decoder(); d != nil {
		// These decoders replace what they cannot decode, they do not fail.
		raw, _ = d.Bytes(raw)
	}
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if utf8.Valid(raw) {
		return string(raw)
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD")))
}

// decoded is r in UTF-8 where its encoding needs a decoder; UTF-8 is handed
// through as it is.
func decoded(r io.Reader, name encodingName) io.Reader {
	if d := name.decoder(); d != nil && name != windows1252 {
		return transform.NewReader(r, d)
	}
	return r
}
