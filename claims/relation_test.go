package claims

import (
	"maps"
	"testing"
)

func TestACountOfOnePositionIsNotWhatTheClaimIsAbout(t *testing.T) {
	treated, told, spilt := quantity{unit: "person", scope: "treat"}, quantity{unit: "person", scope: "tell"}, quantity{unit: "tonne", scope: "reach"}
	g := &grouping{senses: []sense{
		{quantities: []quantity{spilt}},
		{},
		{quantities: []quantity{treated, told}},
		{quantities: []quantity{told, told}},
		{quantities: []quantity{told}},
	}}
	got := g.counts([]int{0, 1, 2, 3, 4}, 0)
	maps.DeleteFunc(got, func(_ thing, about bool) bool { return !about })
	want := map[thing]bool{{"tonne", "reach"}: true, {"person", "tell"}: true}
	if !maps.Equal(got, want) {
		t.Errorf("about %v, not %v", got, want)
	}
}
