package main

import (
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/intake"
)

// reportFlags are the flags of every command that reads reports.
func reportFlags(c *cobra.Command, opts *intake.Options) {
	c.Flags().Var((*publishedFlag)(&opts.Published), "published", "publication `date` of reports that give none, as 2025-03-04")
	c.Flags().StringVar(&opts.Outlet, "outlet", "", "`name` of the outlet of reports that name none")
}

func outputFlag(c *cobra.Command, output *string) {
	c.Flags().StringVarP(output, "output", "o", "", "write to this `file`, all of it or nothing, instead of standard output")
}

// orStdin are the paths, or standard input where none is given.
func orStdin(paths []string) []string {
	if len(paths) == 0 {
		return []string{"-"}
	}
	return paths
}

// said passes on what could be read. What could not is said on w, a line each;
// some is then errSome.
func said[T any](items iter.Seq2[T, error], w io.Writer, some *error) iter.Seq[T] {
	return func(yield func(T) bool) {
		for item, err := range items {
			if err != nil {
				fmt.Fprintln(w, "hearsay:", err)
				*some = errSome
				continue
			}
			if !yield(item) {
				return
			}
		}
	}
}

// publishedFlag is a day or an instant as intake.ParseDate takes it.
type publishedFlag string

func (p *publishedFlag) String() string { return string(*p) }
func (p *publishedFlag) Type() string   { return "date" }

func (p *publishedFlag) Set(s string) error {
	if _, err := intake.ParseDate(s); err != nil {
		return fmt.Errorf("%w; write it as 2025-03-04", err)
	}
	*p = publishedFlag(s)
	return nil
}
