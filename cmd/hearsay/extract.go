package main

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/intake"
)

func init() {
	var opts intake.Options
	var output string
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Extract the articles of web pages (or texts) as JSON Lines",
		Long: `Extract reads saved web pages, texts and article records from files, folders or
standard input (no PATH, or "-") and writes one article record a line:
{"id","url","outlet","published","modified","title","byline","language","text"}.`,
		Example: `  hearsay extract page.html
  hearsay extract pages/ -o articles.jsonl
  curl -s https://example.org/report.html | hearsay extract | jq -r .text`,
		RunE: func(c *cobra.Command, paths []string) error {
			var some error
			err := writeTo(output, func(w io.Writer) error {
				out := bufio.NewWriter(w)
				enc := json.NewEncoder(out)
				enc.SetEscapeHTML(false)
				p := newProgress(c.ErrOrStderr(), "extracting", output, true)
				defer p.end()
				reports := intake.Read(orStdin(paths), c.InOrStdin(), opts)
				for a := range said(reports, p, &some) {
					if err := enc.Encode(intake.NewRecord(a)); err != nil {
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
	outputFlag(c, &output)
	reportFlags(c, &opts)
	commands = append(commands, c)
}
