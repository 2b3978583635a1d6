package render

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/hearsay-news/hearsay/news"
)

// JSON writes accounts as {"stories":[…]}. Offsets are Unicode code points
// into the article's text, ends exclusive.
func JSON(w io.Writer, accounts []news.Account) error {
	// Story by story: together they may be large.
	var one bytes.Buffer
	e := json.NewEncoder(&one)
	e.SetEscapeHTML(false)
	e.SetIndent("  ", " ")
	before, after := "{\n \"stories\": [", "]\n}\n"
	for i := range accounts {
		one.Reset()
		one.WriteString(before + "\n  ")
		if err := e.Encode(storyOf(fullView(&accounts[i]))); err != nil {
			return err
		}
		if _, err := w.Write(bytes.TrimSuffix(one.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		before, after = ",", "\n ]\n}\n"
	}
	if len(accounts) == 0 {
		after = before + after
	}
	_, err := io.WriteString(w, after)
	return err
}

type storyJSON struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	From     string        `json:"from,omitempty"`
	To       string        `json:"to,omitempty"`
	Articles []articleJSON `json:"articles"`
	Voices   []voiceJSON   `json:"voices"`
	Claims   []claimJSON   `json:"claims"`
	Copies   []copyJSON    `json:"copies"`
	Lineages []lineageJSON `json:"lineages"`
	Numbers  []numberJSON  `json:"numbers"`
	Timeline []eventJSON   `json:"timeline"`
	Links    []linkJSON    `json:"links,omitempty"`
	Unknowns []unknownJSON `json:"unknowns"`
}

type articleJSON struct {
	ID        string   `json:"id"`
	Hash      string   `json:"hash,omitempty"`
	URL       string   `json:"url,omitempty"`
	Path      string   `json:"path,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Family    string   `json:"family,omitempty"`
	Title     string   `json:"title,omitempty"`
	Byline    string   `json:"byline,omitempty"`
	Dateline  string   `json:"dateline,omitempty"`
	Published string   `json:"published,omitempty"`
	Modified  string   `json:"modified,omitempty"`
	Language  string   `json:"language,omitempty"`
	Credits   []string `json:"credits,omitempty"`
	Furniture [][2]int `json:"furniture,omitempty"`
}

type voiceJSON struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Role     string   `json:"role,omitempty"`
	Variants []string `json:"variants,omitempty"`
	Count    int      `json:"count,omitempty"`
	Reason   string   `json:"reason,omitempty"`
}

type passageJSON struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

type claimJSON struct {
	ID        string         `json:"id"`
	Text      string         `json:"text"`
	Passage   passageJSON    `json:"passage"`
	Verdict   string         `json:"verdict"`
	Origins   []originJSON   `json:"origins"`
	Count     [2]int         `json:"origin_count"`
	Without   []withoutJSON  `json:"without,omitempty"`
	Outlets   int            `json:"outlets"`
	Positions []positionJSON `json:"positions"`
	Turns     []turnJSON     `json:"turns,omitempty"`
	Relations []relationJSON `json:"relations,omitempty"`
}

type originJSON struct {
	ID       string        `json:"id"`
	Voice    string        `json:"voice"`
	Type     string        `json:"type,omitempty"`
	Articles []string      `json:"articles"`
	Why      string        `json:"why"`
	Maybe    string        `json:"maybe_same_as,omitempty"`
	Passages []passageJSON `json:"passages,omitempty"`
}

type withoutJSON struct {
	Origin string `json:"origin"`
	Count  [2]int `json:"origin_count"`
}

type positionJSON struct {
	passageJSON
	Text   string `json:"text"`
	Voice  string `json:"voice"`
	Type   string `json:"voice_type"`
	Role   string `json:"role,omitempty"`
	Stance string `json:"stance"`
	// Negative: it denies only in that it has a "not" in it.
	Negative bool     `json:"negative,omitempty"`
	Kind     string   `json:"kind"`
	Via      []string `json:"via"`
	SaidOn   *string  `json:"said_on"`
	// Utterance is the index of the position with the fullest form of the same
	// utterance, changes how this one's words differ from it.
	Utterance int         `json:"utterance"`
	Changes   [][2]string `json:"changes,omitempty"`
}

type turnJSON struct {
	Voice string `json:"voice"`
	From  int    `json:"from"`
	To    int    `json:"to"`
}

type relationJSON struct {
	Kind  string `json:"kind"`
	Claim string `json:"claim"`
	Why   string `json:"why,omitempty"`
}

type copyJSON struct {
	Of        string `json:"of"`
	OfStart   int    `json:"of_start"`
	OfEnd     int    `json:"of_end"`
	In        string `json:"in"`
	InStart   int    `json:"in_start"`
	InEnd     int    `json:"in_end"`
	Quote     bool   `json:"quote"`
	Change    string `json:"change,omitempty"`
	Direction string `json:"direction"`
	Credited  bool   `json:"credited"`
	Why       string `json:"why,omitempty"`
}

type lineageJSON struct {
	ID     string  `json:"id"`
	Parent *string `json:"parent"`
	Hidden bool    `json:"hidden,omitempty"`
	Class  string  `json:"class"`
	Share  float64 `json:"share"`
	Why    string  `json:"why,omitempty"`
}

type numberJSON struct {
	passageJSON
	Text  string  `json:"text"`
	Value float64 `json:"value"`
	High  float64 `json:"high,omitempty"`
	Unit  string  `json:"unit,omitempty"`
	Scope string  `json:"scope,omitempty"`
	AsOf  string  `json:"as_of,omitempty"`
	Voice string  `json:"voice,omitempty"`
	Note  string  `json:"note,omitempty"`
}

type eventJSON struct {
	Date   string `json:"date"`
	Approx bool   `json:"approx,omitempty"`
	Kind   string `json:"kind"`
	Voice  string `json:"voice,omitempty"`
	Claim  string `json:"claim,omitempty"`
	Text   string `json:"text"`
	passageJSON
}

type linkJSON struct {
	Claim   string      `json:"claim"`
	Passage passageJSON `json:"passage"`
	To      passageJSON `json:"to"`
	Odds    float64     `json:"log_odds,omitempty"`
	Why     []string    `json:"why"`
}

type unknownJSON struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

func storyOf(v *view) storyJSON {
	points := map[string]*news.Offsets{}
	for id, a := range v.articles {
		points[id] = news.NewOffsets(a.Text)
	}
	at := func(p news.Passage) passageJSON {
		o := points[p.Article]
		if o == nil {
			return passageJSON{Article: p.Article}
		}
		return passageJSON{p.Article, o.At(p.Start), o.At(p.End)}
	}
	all := func(ps []news.Passage) []passageJSON {
		var out []passageJSON
		for _, p := range ps {
			out = append(out, at(p))
		}
		return out
	}
	s := storyJSON{ID: v.Story.ID, Title: v.words(v.Title), From: v.From, To: v.To,
		Articles: []articleJSON{}, Voices: []voiceJSON{}, Claims: []claimJSON{}, Copies: []copyJSON{}, Lineages: []lineageJSON{},
		Numbers: []numberJSON{}, Timeline: []eventJSON{}, Unknowns: []unknownJSON{}}
	for i := range v.Articles {
		s.Articles = append(s.Articles, articleOf(&v.Articles[i], at))
	}
	for _, x := range v.Voices {
		s.Voices = append(s.Voices, voiceJSON{x.Name, string(x.Type), x.Role, x.Variants, x.Count, x.Reason})
	}
	for i := range v.Claims {
		s.Claims = append(s.Claims, claimOf(v, &v.Claims[i], at, all))
	}
	for _, c := range v.Copies {
		of, in := at(news.Passage{Article: c.Of, Span: c.OfSpan}), at(news.Passage{Article: c.In, Span: c.InSpan})
		direction := "known"
		if c.Undetermined {
			direction = "undetermined"
		}
		s.Copies = append(s.Copies, copyJSON{c.Of, of.Start, of.End, c.In, in.Start, in.End, c.Quote, c.Change, direction, c.Credited, c.Why})
	}
	for _, l := range v.Lineages {
		x := lineageJSON{ID: l.Article, Hidden: l.Hidden, Class: l.Class, Share: l.Share, Why: l.Why}
		if l.Parent != "" {
			x.Parent = &l.Parent
		}
		s.Lineages = append(s.Lineages, x)
	}
	for _, n := range v.Numbers {
		x := numberJSON{passageJSON: at(n.Passage), Text: v.words(n.Passage), Value: n.Value, Unit: n.Unit, Scope: n.Scope, AsOf: n.AsOf, Voice: n.Voice, Note: n.Note}
		if n.High != n.Value {
			x.High = n.High
		}
		s.Numbers = append(s.Numbers, x)
	}
	for _, e := range v.Timeline {
		s.Timeline = append(s.Timeline, eventJSON{e.Date, e.Approx, e.Kind, e.Voice, e.Claim, v.words(e.Passage), at(e.Passage)})
	}
	for _, l := range v.Links {
		s.Links = append(s.Links, linkJSON{l.Claim, at(l.Passage), at(l.To), l.Odds, l.Why})
	}
	for _, u := range v.Unknowns {
		s.Unknowns = append(s.Unknowns, unknownJSON{u.What, u.Why})
	}
	return s
}

func articleOf(a *news.Article, at func(news.Passage) passageJSON) articleJSON {
	x := articleJSON{ID: a.ID, Hash: a.Hash, URL: a.URL, Path: a.Path, Outlet: a.Outlet.Name, Family: a.Outlet.Family, Title: a.Title,
		Byline: a.Byline, Dateline: a.Dateline.Place, Published: stamp(a.Published), Modified: stamp(a.Modified), Language: a.Language}
	for _, c := range a.Credits {
		x.Credits = append(x.Credits, c.Name)
	}
	for _, b := range a.Blocks {
		if b.Kind == news.Furniture {
			p := at(news.Passage{Article: a.ID, Span: b.Span})
			x.Furniture = append(x.Furniture, [2]int{p.Start, p.End})
		}
	}
	return x
}

func claimOf(v *view, c *news.Claim, at func(news.Passage) passageJSON, all func([]news.Passage) []passageJSON) claimJSON {
	x := claimJSON{ID: c.ID, Text: v.words(c.Passage), Passage: at(c.Passage), Verdict: string(c.Verdict), Count: [2]int{c.Count.Min, c.Count.Max},
		Outlets: c.Outlets, Origins: []originJSON{}, Positions: []positionJSON{}}
	for _, o := range c.Origins {
		x.Origins = append(x.Origins, originJSON{o.ID, o.Name, string(o.Type), o.Articles, o.Why, o.Maybe, all(o.Passages)})
	}
	for _, w := range c.Without {
		x.Without = append(x.Without, withoutJSON{w.Origin, [2]int{w.Count.Min, w.Count.Max}})
	}
	for i := range c.Positions {
		p := &c.Positions[i]
		q := positionJSON{passageJSON: at(p.Passage), Text: v.words(p.Passage), Voice: p.Voice.Name, Type: string(p.Voice.Type), Role: p.Voice.Role,
			Stance: string(p.Stance), Negative: p.Negative, Kind: string(p.Kind), Via: []string{}, Utterance: p.Utterance}
		for _, r := range p.Via {
			q.Via = append(q.Via, r.Name)
		}
		if p.SaidOn != "" {
			q.SaidOn = &p.SaidOn
		}
		for _, ch := range p.Changes {
			q.Changes = append(q.Changes, [2]string{ch.From, ch.To})
		}
		x.Positions = append(x.Positions, q)
	}
	for _, t := range c.Turns {
		x.Turns = append(x.Turns, turnJSON{t.Voice, t.From, t.To})
	}
	for _, r := range c.Relations {
		x.Relations = append(x.Relations, relationJSON{r.Kind, r.Claim, r.Why})
	}
	return x
}

func stamp(d news.Date) string {
	if !d.Known() {
		return ""
	}
	if d.HasTime {
		return d.Time.Format("2006-01-02T15:04:05Z07:00")
	}
	return d.Day()
}
