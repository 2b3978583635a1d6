// Command hearsay reads news reports of a developing story and says who said
// what, who copied whom, and on how many origins each claim rests.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run()) }

// run executes the command line: exit status 0, 1 when some input could not be
// read or the work failed, 2 for wrong usage.
func run() int {
	root := &cobra.Command{
		Use:           "hearsay",
		Short:         "Who said what, who copied whom, on how many origins a claim rests",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.Version = version()
	root.SetVersionTemplate("hearsay {{.Version}}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
	})
	root.AddCommand(commands...)
	working := false
	for _, c := range commands {
		if work := c.RunE; work != nil {
			c.RunE = func(c *cobra.Command, args []string) error {
				working = true
				return work(c, args)
			}
		}
	}
	err := root.ExecuteContext(interrupts())
	if err == nil {
		return 0
	}
	fmt.Fprintln(os.Stderr, "hearsay:", strings.TrimSpace(err.Error()))
	var usage usageError
	if working && !errors.As(err, &usage) {
		return 1
	}
	return 2
}

// commands are filled in by the files of this folder, one a command.
var commands []*cobra.Command

var errSome = errors.New("some input could not be read (see above)")

// usageError is wrong usage that a command finds once it runs.
type usageError struct{ error }
