package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/intake"
)

func init() {
	var opts intake.Options
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Extract the articles of web pages (or texts) as JSON Lines",
		Long: `Extract reads saved web pages, texts and article records from files, folders or
standard input (no PATH, or "-") and writes one article record a line:
{"id","url","outlet","published","modified","title","byline","language","text"}.`,
		RunE: func(c *cobra.Command, paths []string) error {
			if opts.Published != "" {
				if _, err := intake.ParseDate(opts.Published); err != nil {
					return fmt.Errorf("--published: %w", err)
				}
			}
			if len(paths) == 0 {
				paths = []string{"-"}
			}
			out := bufio.NewWriter(c.OutOrStdout())
			enc := json.NewEncoder(out)
			enc.SetEscapeHTML(false)
			troubled := false
			for a, err := range intake.Read(paths, c.InOrStdin(), opts) {
				if err != nil {
					troubled = true
					fmt.Fprintln(os.Stderr, "hearsay:", err)
					continue
				}
				if err := enc.Encode(intake.NewRecord(a)); err != nil {
					return err
				}
				if err := out.Flush(); err != nil {
					return err
				}
			}
			if troubled {
				return errSome
			}
			return nil
		},
	}
	c.Flags().StringVar(&opts.Published, "published", "", "date of articles that give none")
	c.Flags().StringVar(&opts.Outlet, "outlet", "", "outlet of articles that name none")
	commands = append(commands, c)
}
