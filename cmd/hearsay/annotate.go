package main

import (
	"bufio"
	"fmt"
	"io"

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
		Example: `  hearsay annotate reports/ > statements.jsonl
  hearsay annotate --published 2025-03-04 --outlet "Northgate Post" report.txt
  hearsay extract pages/ | hearsay annotate --min-confidence 0.8 | jq -c '.statements[]'`,
		RunE: func(c *cobra.Command, paths []string) error {
			if least < 0 || least > 1 {
				return usageError{fmt.Errorf("--min-confidence: %v is not between 0 and 1", least)}
			}
			var some error
			err := writeTo(output, func(w io.Writer) error {
				out := bufio.NewWriter(w)
				p := newProgress(c.ErrOrStderr(), "annotating", output, true)
				defer p.end()
				reports := annotate.Stream(intake.Read(orStdin(paths), c.InOrStdin(), opts), 0)
				for a := range said(reports, p, &some) {
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
			if err != nil {
				return err
			}
			return some
		},
	}
	c.Flags().Float64Var(&least, "min-confidence", 0, "leave out statements less sure than this, 0 to 1")
	outputFlag(c, &output)
	reportFlags(c, &opts)
	commands = append(commands, c)
}
