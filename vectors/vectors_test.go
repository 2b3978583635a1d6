package vectors

import (
	"math"
	"strings"
	"testing"
)

func cosine(t *testing.T, a, b string) float64 {
	t.Helper()
	x, ok := Of(a)
	y, ok2 := Of(b)
	if !ok || !ok2 {
		t.Fatalf("no vector for %q or %q", a, b)
	}
	return float64(Dot(x, y)) / math.Sqrt(float64(Dot(x, x))*float64(Dot(y, y)))
}

func TestLikeWordsLieNear(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"said", "told", "river"},
		{"earthquake", "quake", "senator"},
		{"president", "chairman", "quickly"},
		{"Monday", "Thursday", "bullet"},
		{"denied", "rejected", "green"},
		{"Paris", "Berlin", "sold"},
	} {
		near, far := cosine(t, c.word, c.near), cosine(t, c.word, c.far)
		if near < far+0.2 {
			t.Errorf("%s: %s at %.2f is not nearer than %s at %.2f", c.word, c.near, near, c.far, far)
		}
	}
}

func TestIndexFoldsCaseDigitsAndApostrophes(t *testing.T) {
	for _, c := range [][2]string{{"The", "the"}, {"LONDON", "London"}, {"1987", "2024"}, {"n’t", "N'T"}} {
		if a, b := Index(c[0]), Index(c[1]); a < 0 || a != b {
			t.Errorf("Index(%q) = %d, Index(%q) = %d", c[0], a, c[1], b)
		}
	}
	for _, w := range []string{"", "qzxv-nowhere", strings.Repeat("long", 30), strings.Repeat("É", 20)} {
		if i := Index(w); i >= 0 {
			t.Errorf("Index(%q) = %d, word %q", w, i, Word(i))
		}
	}
}

func TestEveryWordFindsItself(t *testing.T) {
	for i := range Len() {
		if got := Index(Word(i)); got != i {
			t.Fatalf("word %d %q is found at %d", i, Word(i), got)
		}
		if c := Cluster256(i); c >= Clusters256 {
			t.Fatalf("word %d has cluster %d of %d", i, c, Clusters256)
		}
		if c := Cluster1024(i); c >= Clusters1024 {
			t.Fatalf("word %d has cluster %d of %d", i, c, Clusters1024)
		}
	}
}

func FuzzIndex(f *testing.F) {
	for _, s := range []string{"", "word", "İ", "\xff\xfe", "Ⱥ", strings.Repeat("K", 60)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if i := Index(word); i >= Len() {
			t.Fatalf("Index(%q) = %d", word, i)
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	words := []string{"The", "minister", "denied", "1999", "unheardofword", "Thursday"}
	b.ReportAllocs()
	for i := range b.N {
		Index(words[i%len(words)])
	}
}
