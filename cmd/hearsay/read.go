package main

import (
	"errors"
	"fmt"
	"io"
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
	var width columns
	var show account.Options
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
  hearsay read --published 2025-03-04 --outlet "Northgate Post" report.txt
  curl -s https://example.org/articles.jsonl | hearsay read --format json -`,
		Args: func(_ *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				return errors.New("read needs a PATH: a file, a folder, or - for standard input; see hearsay read --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, err := writer(format, out, int(width))
			if err != nil {
				return err
			}
			var some error
			p := newProgress(cmd.ErrOrStderr(), "reading", out, false)
			defer p.end()
			var articles []news.Article
			for a := range said(intake.Read(paths, cmd.InOrStdin(), opts), p, &some) {
				articles = append(articles, a)
				p.step()
			}
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
			p.next("annotating", len(articles))
			reports := annotate.All(articles, p.step)
			p.next(fmt.Sprintf("bringing %d articles together", len(articles)), 0)
			accounts := account.All(reports, show)
			if l != nil {
				if _, err := l.Record(cmd.Context(), time.Now(), version(), reports, accounts); err != nil {
					return err
				}
			}
			p.end()
			if err := writeTo(out, func(w io.Writer) error { return write(w, accounts) }); err != nil {
				return err
			}
			return some
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "text", "text, md, html or json")
	outputFlag(cmd, &out)
	widthFlag(cmd, &width)
	f.BoolVar(&show.Explain, "explain", false, "say on what evidence passages were grouped into claims")
	f.StringVar(&keep, "ledger", "", "keep all that is read in this `file`, and read what it keeps as well")
	reportFlags(cmd, &opts)
	if err := cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "md", "html", "json"}, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
	commands = append(commands, cmd)
}

// writer is how accounts are written in a format.
func writer(format, out string, width int) (func(io.Writer, []news.Account) error, error) {
	switch format {
	case "text":
		return func(w io.Writer, a []news.Account) error { return render.Text(w, a, layout(out, width)) }, nil
	case "md", "markdown":
		return render.Markdown, nil
	case "html":
		return render.HTML, nil
	case "json":
		return render.JSON, nil
	}
	return nil, usageError{fmt.Errorf("there is no format %q; there are text, md, html and json", format)}
}
