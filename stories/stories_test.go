package stories

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

var morning = time.Date(2031, 5, 3, 8, 0, 0, 0, time.UTC)

func report(id string, hours float64, title, text string) news.Article {
	at := morning.Add(time.Duration(hours * float64(time.Hour)))
	return news.Article{ID: id, Title: title, Text: text, Published: news.Date{Time: at, HasTime: true}}
}

// Two earthquakes within two days, and a quarrel about a bridge.
func fictional() []news.Article {
	return []news.Article{
		report("veld-1", 0, "Quake of 6.2 shakes Veldmark", "An earthquake of magnitude 6.2 shook the harbour town of Veldmark on Saturday, bringing down the tower of Saint Orsola and leaving at least nine people dead, Mayor Ilse Darnow said. Rescuers searched the old quarter for survivors."),
		report("bridge-1", 1, "Senator Quill opposes the Tarn bridge", "Senator Abel Quill said he would vote against the Tarn bridge, calling the toll contract with Norrholt Works a gift to the company. The vote is due next month."),
		report("veld-2", 3, "Veldmark: death toll rises to 14", "Rescuers in Veldmark pulled a boy from the ruins of the old quarter as the death toll of Saturday's earthquake rose to 14. Mayor Ilse Darnow asked for tents. The tower of Saint Orsola had stood since 1611."),
		report("osk-1", 20, "Earthquake hits Oskuna valley", "A strong earthquake struck the Oskuna valley early on Sunday. Governor Ramiro Teld said three villages were cut off by landslides and that helicopters were on their way. The magnitude was put at 5.7."),
		report("bridge-2", 22, "Norrholt Works answers Quill over Tarn bridge", "Norrholt Works rejected what Senator Abel Quill had said of the toll contract. The company would build the Tarn bridge at its own risk, its chairwoman Petra Sunde said."),
		report("osk-2", 25, "Helicopters reach villages in Oskuna", "Helicopters reached the three villages cut off by landslides in the Oskuna valley, Governor Ramiro Teld said. Sunday's earthquake killed two shepherds."),
		report("veld-3", 28, "Saint Orsola: a tower and its town", "For the people of Veldmark the tower of Saint Orsola was the first thing seen from the sea. The earthquake took it in nine seconds. Mayor Ilse Darnow said on Sunday that it would stand again."),
	}
}

func storyOfID(id string) string { return id[:strings.IndexByte(id, '-')] }

func TestEachEventIsAStory(t *testing.T) {
	a := New(Options{})
	of := map[string]string{}
	for _, article := range fictional() {
		done := a.Assign(&article)
		name := storyOfID(article.ID)
		if of[name] == "" {
			of[name] = done.Story
			if !done.Opened {
				t.Errorf("%s joined %s instead of opening a story", article.ID, done.Story)
			}
		}
		if done.Story != of[name] {
			t.Errorf("%s went to %s, not to %s", article.ID, done.Story, of[name])
		}
	}
}

func TestSplitWithAndWithoutDates(t *testing.T) {
	articles := fictional()
	want := [][]int{{0, 2, 6}, {1, 4}, {3, 5}}
	if got := Split(articles); !reflect.DeepEqual(got, want) {
		t.Errorf("with dates: %v, want %v", got, want)
	}
	for i := range articles {
		articles[i].Published = news.Date{}
		articles[i].ID = ""
	}
	if got := Split(articles); !reflect.DeepEqual(got, want) {
		t.Errorf("without dates and ids: %v, want %v", got, want)
	}
	if got := Split(nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// invented makes n articles of many stories out of made-up words, in order of
// time.
func invented(n int, seed uint64) []news.Article {
	rng := rand.New(rand.NewPCG(seed, 1))
	word := func(k int) string {
		r := rand.New(rand.NewPCG(uint64(k), 2))
		var b strings.Builder
		for range 2 + r.IntN(2) {
			b.WriteByte("bdfgklmnprstvz"[r.IntN(14)])
			b.WriteByte("aeiou"[r.IntN(5)])
		}
		b.WriteByte("lnrst"[r.IntN(5)])
		return b.String()
	}
	var out []news.Article
	for i := range n {
		story := i/12*4 + rng.IntN(4)
		own := rand.New(rand.NewPCG(uint64(story), seed))
		var names, words []string
		for range 5 {
			w := word(5000 + own.IntN(3000))
			names = append(names, strings.ToUpper(w[:1])+w[1:])
		}
		for range 25 {
			words = append(words, word(own.IntN(2500)))
		}
		var text strings.Builder
		for range 12 {
			text.WriteString("It was said that ")
			for range 6 {
				switch rng.IntN(4) {
				case 0:
					text.WriteString(names[rng.IntN(len(names))])
				case 1:
					text.WriteString(word(rng.IntN(2500)))
				default:
					text.WriteString(words[rng.IntN(len(words))])
				}
				text.WriteByte(' ')
			}
			text.WriteString("on the day. ")
		}
		out = append(out, report(fmt.Sprintf("s%d-%d", story, i), float64(i)*0.4, names[0]+" and "+names[1], text.String()))
	}
	return out
}

func assignAll(a *Assigner, articles []news.Article) []Assignment {
	var out []Assignment
	for i := range articles {
		out = append(out, a.Assign(&articles[i]))
	}
	return out
}

func TestRestoredGoesOnAsUnbroken(t *testing.T) {
	articles := invented(900, 1)
	want := assignAll(New(Options{}), articles)
	opened := 0
	for _, done := range want {
		if done.Opened {
			opened++
		}
	}
	if opened < 100 || opened > 400 {
		t.Fatalf("%d stories were opened for 300", opened)
	}
	first := New(Options{})
	got := assignAll(first, articles[:450])
	var saved, again bytes.Buffer
	if err := first.Save(&saved); err != nil {
		t.Fatal(err)
	}
	if err := first.Save(&again); err != nil || !bytes.Equal(saved.Bytes(), again.Bytes()) {
		t.Fatal("one state has two saved forms", err)
	}
	second, err := Restore(&saved, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, assignAll(second, articles[450:])...)
	if !reflect.DeepEqual(got, want) {
		t.Error("the restored run went another way")
	}
}

func TestRestoreRefusesDamage(t *testing.T) {
	a := New(Options{})
	assignAll(a, fictional())
	var saved bytes.Buffer
	if err := a.Save(&saved); err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, 1, saved.Len() / 2, saved.Len() - 1} {
		if _, err := Restore(bytes.NewReader(saved.Bytes()[:cut]), Options{}); err == nil {
			t.Errorf("%d of %d bytes were taken for a state", cut, saved.Len())
		}
	}
}

func TestOrderWithinAnHourAndOtherNewsHardlyMatter(t *testing.T) {
	articles := invented(600, 3)
	pairs := func(articles []news.Article) map[[2]string]bool {
		in := map[string][]string{}
		for i, done := range assignAll(New(Options{}), articles) {
			in[done.Story] = append(in[done.Story], articles[i].ID)
		}
		out := map[[2]string]bool{}
		for _, ids := range in {
			slices.Sort(ids)
			for i := range ids {
				for j := range i {
					out[[2]string{ids[j], ids[i]}] = true
				}
			}
		}
		return out
	}
	before := pairs(articles)
	shuffled := slices.Clone(articles)
	rng := rand.New(rand.NewPCG(9, 9))
	for i := 0; i+2 < len(shuffled); i += 2 {
		rng.Shuffle(2, func(x, y int) { shuffled[i+x], shuffled[i+y] = shuffled[i+y], shuffled[i+x] })
	}
	after := pairs(shuffled)
	same := 0
	for p := range before {
		if after[p] {
			same++
		}
	}
	if total := len(before) + len(after) - same; same*100 < 97*total {
		t.Errorf("%d pairs before, %d after, %d in both", len(before), len(after), same)
	}
	unrelated := invented(600, 4)
	mixed := make([]news.Article, 0, 1200)
	for i := range articles {
		unrelated[i].ID = "other-" + unrelated[i].ID
		mixed = append(mixed, articles[i], unrelated[i])
	}
	with := pairs(mixed)
	same = 0
	for p := range before {
		if with[p] {
			same++
		}
	}
	if same*100 < 97*len(before) {
		t.Errorf("of %d pairs, %d are left among unrelated articles", len(before), same)
	}
}

func TestSilentStoriesRetire(t *testing.T) {
	var retired []Story
	a := New(Options{Retire: func(s Story) { retired = append(retired, s) }})
	articles := fictional()
	assignAll(a, articles)
	late := report("late-1", 40*24, "A quiet day", "Nothing of note was reported from the islands of Marn.")
	a.Assign(&late)
	if len(retired) != 0 {
		t.Fatalf("one late article retired %d stories", len(retired))
	}
	a.Assign(&late)
	a.Assign(&late)
	if len(retired) != 3 || len(a.Live()) != 1 {
		t.Fatalf("%d retired, %d live", len(retired), len(a.Live()))
	}
	if got, want := retired[0].Articles, []string{"veld-1", "veld-2", "veld-3"}; !slices.Equal(got, want) || !retired[0].From.Equal(morning) {
		t.Errorf("retired %v from %v", got, retired[0].From)
	}
	if n := len(a.index.lists); n > indexed {
		t.Errorf("%d terms are still indexed", n)
	}
}

func TestOneWrongDateChangesLittle(t *testing.T) {
	for _, year := range []int{1970, 2199} {
		articles := fictional()
		wrong := articles[3]
		wrong.ID, wrong.Published.Time = "wrong", time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		for _, at := range []int{0, 3} {
			a := New(Options{})
			stories := map[string]bool{}
			for _, done := range assignAll(a, slices.Insert(slices.Clone(articles), at, wrong)) {
				if done.Article != "wrong" {
					stories[done.Story] = true
				}
			}
			if len(stories) != 3 {
				t.Errorf("with an article of %d at place %d, three events are %d stories", year, at, len(stories))
			}
		}
	}
}

func TestExplain(t *testing.T) {
	a := New(Options{})
	articles := fictional()
	assignAll(a, articles[:5])
	p := a.Propose(&articles[5])
	e := a.Explain(p)
	if e.Story == "" || e.Best == nil || e.Best.Story != e.Story || e.Nearest == nil {
		t.Fatalf("%+v", e)
	}
	var texts []string
	for _, s := range e.Best.Shared {
		texts = append(texts, s.Text)
	}
	if !slices.Contains(texts, "Oskuna") || !slices.Contains(texts, "Teld") {
		t.Errorf("shared: %v", texts)
	}
	odds := 0.0
	for _, s := range e.Best.Scores {
		odds += s.Gives
	}
	if (odds > 0) != (e.Best.Chance > 0.5) {
		t.Errorf("scores add up to %.2f but the chance is %.2f", odds, e.Best.Chance)
	}
}

func FuzzAssign(f *testing.F) {
	for _, s := range []string{"", "\xff\xfe", "One. Two 3.14 THREE’s é́", strings.Repeat("Ab ", 5000), "\u200d١٢٣"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		a := New(Options{})
		for range 3 {
			article := news.Article{ID: "x", Title: title, Text: text}
			a.Explain(a.Propose(&article))
			if a.Assign(&article).Story == "" {
				t.Fatal("no story")
			}
		}
	})
}

func BenchmarkAssign(b *testing.B) {
	articles := invented(5000, 5)
	size := 0
	for i := range articles {
		size += len(articles[i].Text)
	}
	a := New(Options{})
	b.ReportAllocs()
	b.SetBytes(int64(size / len(articles)))
	b.ResetTimer()
	for i := range b.N {
		a.Assign(&articles[i%len(articles)])
	}
}
