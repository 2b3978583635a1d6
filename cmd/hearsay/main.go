// Command hearsay reads news reports of a developing story and says who said
// what, who copied whom, and on how many origins each claim rests.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run()) }

// run executes the command line: exit status 0, 1 when some input could not be
// read, 2 for wrong usage.
func run() int {
	root := &cobra.Command{
		Use:           "hearsay",
		Short:         "Who said what, who copied whom, on how many origins a claim rests",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(commands...)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "hearsay:", err)
		if err == errSome {
			return 1
		}
		return 2
	}
	return 0
}

// commands are filled in by the files of this folder, one a command.
var commands []*cobra.Command

var errSome = fmt.Errorf("some input could not be read (see above)")
