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
			if len(paths) == 0 {
				paths = []string{"-"}
			}
			var articles []news.Article
			troubled := false
			p := newProgress()
			for a, err := range intake.Read(paths, c.InOrStdin(), opts) {
				if err != nil {
					troubled = true
					fmt.Fprintln(os.Stderr, "hearsay:", err)
					continue
				}
				articles = append(articles, a)
				p.step()
			}
			p.end()
			result := copying.Find(articles, table)
			err := writeTo(output, func(w io.Writer) error { return copying.Write(w, articles, result) })
			if err == nil && troubled {
				return errSome
			}
			return err
		},
	}
	c.Flags().StringVar(&own, "outlets", "", "file of outlets to add to the built-in table")
	c.Flags().StringVarP(&output, "output", "o", "", "file to write instead of standard output")
	c.Flags().StringVar(&opts.Outlet, "outlet", "", "outlet of articles that name none")
	c.Flags().StringVar(&opts.Published, "published", "", "date of articles that give none")
	commands = append(commands, c)
}
