package english

import "testing"

func TestLemmas(t *testing.T) {
	l := loaded().lemmatizer
	for _, c := range []struct {
		form string
		tag  XPOS
		want string
	}{
		{"denied", TagVBD, "deny"}, {"Said", TagVBD, "say"}, {"was", TagVBD, "be"}, {"running", TagVBG, "run"}, {"interfered", TagVBD, "interfere"},
		{"deliveries", TagNNS, "delivery"}, {"children", TagNNS, "child"}, {"n’t", TagRB, "not"}, {"larger", TagJJR, "large"},
		{"Kyiv", TagNNP, "Kyiv"}, {"Capt.", TagNNP, "Capt."}, {"blogged", TagVBN, "blog"}, {"\xff", TagNN, "\uFFFD"}, {"", TagNN, ""},
	} {
		if got := string(l.append(nil, c.form, c.tag)); got != c.want {
			t.Errorf("lemma of %s (%s) is %q, want %q", c.form, c.tag, got, c.want)
		}
	}
}
