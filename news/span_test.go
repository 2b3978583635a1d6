package news

import (
	"testing"
	"unicode/utf8"
)

func FuzzOffsets(f *testing.F) {
	for _, s := range []string{"", "plain", "“quoted” – né", "a\xff\xfeb\xe2\x80", "\u200d👩‍👩‍👧 end"} {
		f.Add(s)
	}
	long := ""
	for range 40 {
		long += "a“é👩b"
	}
	f.Add(long)
	f.Fuzz(func(t *testing.T, text string) {
		o := NewOffsets(text)
		n := 0
		for i := range text {
			if got := o.At(i); got != n {
				t.Fatalf("At(%d) = %d, want %d in %q", i, got, n, text)
			}
			n++
		}
		if got, want := o.At(len(text)), utf8.RuneCountInString(text); got != want {
			t.Fatalf("At(end) = %d, want %d in %q", got, want, text)
		}
	})
}
