package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/render"
)

func init() {
	var opts intake.Options
	var output string
	var least float64
	c := &cobra.Command{
		Use:   "annotate [PATH…]",
		Short: "Find who said what in each article, as JSON Lines",
		Long: `Annotate reads articles from files, folders or standard input (no PATH, or "-") and
writes a line of JSON for each, in their order: its sentences, names, dates, and
statements with source, cue, content, voice, relays, stance and day. Offsets are
Unicode code points, ends exclusive. Streams may be endless.`,
		RunE: func(c *cobra.Command, paths []string) error {
			if least < 0 || least > 1 {
				return fmt.Errorf("--min-confidence: %v is not between 0 and 1", least)
			}
			if len(paths) == 0 {
				paths = []string{"-"}
			}
			troubled := false
			err := writeTo(output, func(w io.Writer) error {
				out := bufio.NewWriter(w)
				p := newProgress()
				defer p.end()
				for a, err := range annotate.Stream(intake.Read(paths, c.InOrStdin(), opts), 0) {
					if err != nil {
						troubled = true
						fmt.Fprintln(os.Stderr, "hearsay:", err)
						continue
					}
					if err := render.Annotation(out, a, least); err != nil {
						return err
					}
					if err := out.Flush(); err != nil {
						return err
					}
					p.step()
				}
				return nil
			})
			if err == nil && troubled {
				return errSome
			}
			return err
		},
	}
	c.Flags().Float64Var(&least, "min-confidence", 0, "leave out statements less sure than this, 0 to 1")
	c.Flags().StringVarP(&output, "output", "o", "", "file to write instead of standard output")
	c.Flags().StringVar(&opts.Outlet, "outlet", "", "outlet of articles that name none")
	c.Flags().StringVar(&opts.Published, "published", "", "date of articles that give none")
	commands = append(commands, c)
}
