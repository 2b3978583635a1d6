package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/ledger"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/render"
)

func init() {
	var opts intake.Options
	var format, out, keep string
	cmd := &cobra.Command{
		Use:   "read [flags] PATH…",
		Short: "Read reports and print the account of each story",
		Long: `Read takes reports as files, folders or - (standard input): plain text, saved
web pages, JSON Lines of article records, each perhaps gzipped. It prints, per
story, who said what, who denies it, who copied whom, and on how many
independent origins each claim rests. Every line stands in a report.`,
		Example: `  hearsay read reports/
  hearsay read --format html -o story.html reports/
  hearsay read --ledger story.ledger monday/   # and again tomorrow: hearsay changes
  hearsay read --published 2024-09-09 --outlet "The Moscow Times" report.txt
  curl -s https://example.org/articles.jsonl | hearsay read --format json -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, err := writer(format, out)
			if err != nil {
				return err
			}
			if opts.Published != "" {
				if _, err := intake.ParseDate(opts.Published); err != nil {
					return fmt.Errorf("--published: %w", err)
				}
			}
			articles, some := readArticles(paths, opts)
			var l *ledger.Ledger
			if keep != "" {
				if l, err = ledger.Open(cmd.Context(), keep); err != nil {
					return err
				}
				defer l.Close()
				kept, err := l.Articles(cmd.Context())
				if err != nil {
					return err
				}
				articles = ledger.Merge(kept, articles)
			}
			p := newProgress()
			p.total = len(articles)
			reports := annotate.All(articles, p.step)
			p.end()
			accounts := account.All(reports)
			if l != nil {
				if _, err := l.Record(cmd.Context(), time.Now(), version(), reports, accounts); err != nil {
					return err
				}
			}
			if err := writeTo(out, func(w io.Writer) error { return write(w, accounts) }); err != nil {
				return err
			}
			return some
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "text", "text, md, html or json")
	f.StringVarP(&out, "output", "o", "", "write to this `file`, all of it or nothing")
	f.StringVar(&keep, "ledger", "", "keep all that is read in this `file`, and read what it keeps as well")
	f.StringVar(&opts.Published, "published", "", "publication `date` of reports that give none, as 2024-09-09")
	f.StringVar(&opts.Outlet, "outlet", "", "`name` of the outlet of reports that name none")
	if err := cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "md", "html", "json"}, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
	commands = append(commands, cmd)
}

// writer is how accounts are written in a format.
func writer(format, out string) (func(io.Writer, []news.Account) error, error) {
	switch format {
	case "text":
		return func(w io.Writer, a []news.Account) error { return render.Text(w, a, layout(out)) }, nil
	case "md", "markdown":
		return render.Markdown, nil
	case "html":
		return render.HTML, nil
	case "json":
		return render.JSON, nil
	}
	return nil, fmt.Errorf("there is no format %q; there are text, md, html and json", format)
}

// readArticles reads all it can. What cannot be read is said on standard
// error, a line each; the error is then errSome.
func readArticles(paths []string, opts intake.Options) ([]news.Article, error) {
	var articles []news.Article
	var some error
	for a, err := range intake.Read(paths, os.Stdin, opts) {
		if err != nil {
			var problem *intake.Problem
			if !errors.As(err, &problem) {
				return articles, err
			}
			fmt.Fprintln(os.Stderr, "hearsay:", problem)
			some = errSome
			continue
		}
		articles = append(articles, a)
	}
	return slices.Clip(articles), some
}
