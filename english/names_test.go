package english

import (
	"slices"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Marta Oliveira told reporters in Lisbon that the talks had failed.", []string{"person Marta Oliveira", "place Lisbon"}},
		{"Mr. Oliveira and President Anna Kowalska met in Warsaw on Friday.", []string{"person Oliveira", "person Anna Kowalska", "place Warsaw"}},
		{"The Ministry of Foreign Affairs denied it, Reuters reported.", []string{"organisation Ministry of Foreign Affairs", "organisation Reuters"}},
		{"the mill was sold for nothing.", nil},
		{"Deputy Commander of Poland’s National Defence Command Tomasz Nowak denied it.", []string{"place Poland", "organisation National Defence Command", "person Tomasz Nowak"}},
		{"Kremlin spokesman Ivan Petrov said Iranian officials and Democrats had met in North Korea.", []string{"organisation Kremlin", "person Ivan Petrov", "place North Korea"}},
		{"Omar al-Haddad spoke first. Later al-Haddad left Cairo.", []string{"person Omar al-Haddad", "person al-Haddad", "place Cairo"}},
		{"Klara Velden, a farmer, wrote to the World Health Organization (WHO). WHO did not answer Velden.", []string{"person Klara Velden", "organisation World Health Organization", "organisation WHO", "organisation WHO", "person Velden"}},
	} {
		var got []string
		d := Annotate(c.text)
		for _, n := range d.Names {
			got = append(got, n.Type.String()+" "+n.In(d.Text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestFoldHash(t *testing.T) {
	for _, pair := range [][2]string{{"Erdoğan", "erdogan"}, {"Müller", "MULLER"}, {"O’Neil", "o'neil"}, {"Łódź", "lodz"}, {"Žižek", "zizek"}, {"Ñuñoa", "nunoa"}} {
		if foldHash(pair[0]) != foldHash(pair[1]) {
			t.Errorf("%q and %q fold apart", pair[0], pair[1])
		}
	}
	if foldHash("Киев") == foldHash("Кіев") {
		t.Error("letters of other scripts are lost")
	}
}

func TestNameLists(t *testing.T) {
	if !IsTitle("Mr.") || !IsTitle("Commander") || IsTitle("Lisbon") {
		t.Error("titles")
	}
	if !IsDemonym("Iranian") || IsDemonym("Iran") {
		t.Error("demonyms")
	}
	if nameTables().get(runHash(runHash(0, foldHash("New")), foldHash("Zealand")))&inPlaces == 0 {
		t.Error("places of two words")
	}
}

func TestLabelsMakeNames(t *testing.T) {
	for _, c := range []struct {
		a, b uint8
		ok   bool
	}{
		{labelNone, labelOf(PersonName, placeFirst), true},
		{labelNone, labelOf(PersonName, placeLast), false},
		{labelOf(PersonName, placeFirst), labelOf(PersonName, placeLast), true},
		{labelOf(PersonName, placeFirst), labelOf(PlaceName, placeLast), false},
		{labelOf(PersonName, placeFirst), labelNone, false},
		{labelOf(PersonName, placeOnly), labelOf(PersonName, placeFirst), true},
	} {
		if follows(c.a, c.b) != c.ok {
			t.Errorf("%d before %d: %v", c.a, c.b, !c.ok)
		}
	}
}

func TestNamesOfLongRuns(t *testing.T) {
	text := strings.Repeat("Anna Kowalska Warsaw ", 20000)
	d := Annotate(text)
	if len(d.Names) < 100 {
		t.Errorf("%d names", len(d.Names))
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Mr. Anna Kowalska of the U.N. (UN) said “No”.")
	f.Add("A B C D E\xff\xfe İ ﬁ À́ \u200dNATO's")
	f.Add(strings.Repeat("Of The ", 200))
	f.Fuzz(func(t *testing.T, text string) {
		d := Annotate(text)
		end := int32(0)
		for _, n := range d.Names {
			if n.First < end || n.Last <= n.First || int(n.Last) > len(d.Words) {
				t.Fatalf("words [%d, %d) after %d", n.First, n.Last, end)
			}
			end = n.Last
			if n.Start != d.Words[n.First].Start || n.End != d.Words[n.Last-1].End {
				t.Fatalf("%v is not the words [%d, %d)", n.Span, n.First, n.Last)
			}
		}
	})
}

func BenchmarkNames(b *testing.B) {
	d := Annotate(strings.Repeat("Marta Oliveira, a spokeswoman for the Ministry of Foreign Affairs in Lisbon, told Reuters that the talks with Poland had failed. They began on Friday and were to end the day after, when the old mill was sold.\n", 40))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		annotateNames(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Words)), "ns/word")
}
