package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// The documentation names every flag, and every key of the JSON.
func TestDocsAreComplete(t *testing.T) {
	read := func(path string) string {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	doc := read("../../docs/formats.md")
	for _, c := range commands {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !strings.Contains(doc, "`--"+f.Name+"`") {
				t.Errorf("docs/formats.md does not name --%s of %s", f.Name, c.Name())
			}
		})
		if c.Runnable() && c.Name() != "version" && c.Example == "" {
			t.Errorf("%s has no example", c.Name())
		}
	}
	key := regexp.MustCompile(`json:"([a-z_]+)`)
	for _, file := range []string{"json.go", "annotate.go", "changes.go"} {
		for _, m := range key.FindAllStringSubmatch(read("../../render/"+file), -1) {
			if !regexp.MustCompile("[`\"]" + m[1] + "[`\"]").MatchString(doc) {
				t.Errorf("docs/formats.md does not name the key %q of render/%s", m[1], file)
			}
		}
	}
}
