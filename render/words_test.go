package render

import "testing"

func TestCite(t *testing.T) {
	for in, want := range map[string]string{
		"the bridge is safe":                           "“the bridge is safe”",
		"“The bridge is safe,” Reuss said":             "“The bridge is safe,” Reuss said",
		`"The bridge is safe," Reuss said`:             `"The bridge is safe," Reuss said`,
		"The bridge is safe,” Reuss said":              "…The bridge is safe,” Reuss said",
		"“The bridge is safe.":                         "“The bridge is safe. …",
		"It is safe,” Reuss said. “It always has been": "…It is safe,” Reuss said. “It always has been …",
	} {
		if got := cite(in); got != want {
			t.Errorf("cite(%q) = %q, want %q", in, got, want)
		}
	}
}
