package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

func init() {
	var own, output string
	var opts intake.Options
	c := &cobra.Command{
		Use:   "copies [PATH…]",
		Short: "Find passages that articles copied from one another",
		Long: `Copies reads articles from files, folders or standard input (no PATH, or "-") and
writes JSON Lines: one line for each copied passage, with both spans in code
points, then one line for each article, with its parent and its class.`,
		Example: `  hearsay copies reports/
  hearsay copies --outlets regional.txt articles.jsonl -o copies.jsonl
  hearsay copies articles.jsonl | jq -r 'select(.class == "whole") | .id + " is a copy of " + .parent'`,
		RunE: func(c *cobra.Command, paths []string) error {
			table := outlets.Default()
			if own != "" {
				f, err := os.Open(own)
				if err != nil {
					return err
				}
				defer f.Close()
				if table, err = table.With(f, own); err != nil {
					return err
				}
			}
			var articles []news.Article
			var some error
			p := newProgress(c.ErrOrStderr(), "reading", output, false)
			defer p.end()
			reports := intake.Read(orStdin(paths), c.InOrStdin(), opts)
			for a := range said(reports, p, &some) {
				articles = append(articles, a)
				p.step()
			}
			p.next(fmt.Sprintf("comparing %d articles", len(articles)), 0)
			result := copying.Find(articles, table)
			p.end()
			err := writeTo(output, func(w io.Writer) error { return copying.Write(w, articles, result) })
			if err != nil {
				return err
			}
			return some
		},
	}
	c.Flags().StringVar(&own, "outlets", "", "`file` of outlets to add to the built-in table; see docs/copying.md")
	outputFlag(c, &output)
	reportFlags(c, &opts)
	commands = append(commands, c)
}
