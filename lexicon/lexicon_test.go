package lexicon

import (
	"maps"
	"slices"
	"testing"
)

func TestRead(t *testing.T) {
	lists := Read("# Of the weather.\n\nwet # and cold\n  rain sleet\n  hail rain\n\ndry\n  wind\n")
	for name, want := range map[string][]string{"wet": {"hail", "rain", "sleet"}, "dry": {"wind"}} {
		if got := slices.Sorted(maps.Keys(lists.Of(name))); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a list that is not there does not panic")
		}
	}()
	lists.Of("mild")
}
