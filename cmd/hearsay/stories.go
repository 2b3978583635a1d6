package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/stories"
)

func init() {
	var opts intake.Options
	var mended bool
	var explain, state, archive, output string
	c := &cobra.Command{
		Use:   "stories [PATH…]",
		Short: "Say which articles tell one story, as they arrive",
		Long: `Stories reads articles in the order of their arrival from files, folders or
standard input (no PATH, or "-") and writes one line for each: {"id","story"},
at once. With --mend a line also follows for each article that a later one
moves to another story, {"id","story","was","why"}; the last line of an article
stands.

--state keeps what is remembered in a file and goes on from there the next
time; Ctrl-C ends a stream in order, with the state kept. --archive appends each story that has been silent for 14 days to a file.
--explain writes why the article of that id went where it did instead.`,
		Example: `  hearsay stories articles.jsonl
  tail -f wire.jsonl | hearsay stories --mend --state stories.state -
  hearsay stories --explain courier-1 articles.jsonl`,
		RunE: func(c *cobra.Command, paths []string) error {
			o := stories.Options{Rigid: !mended}
			if archive != "" {
				f, err := os.OpenFile(archive, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
				if err != nil {
					return err
				}
				defer f.Close()
				lines := json.NewEncoder(f)
				o.Retire = func(s stories.Story) {
					if err := lines.Encode(s); err != nil {
						fmt.Fprintln(os.Stderr, "hearsay:", err)
					}
				}
			}
			a, err := restoreStories(state, o)
			if err != nil {
				return err
			}
			stdin := c.InOrStdin()
			if state != "" {
				stdin = orderly(c.Context(), stdin)
			}
			var some error
			explained := false
			err = writeTo(output, func(w io.Writer) error {
				out := bufio.NewWriter(w)
				lines := json.NewEncoder(out)
				lines.SetEscapeHTML(false)
				p := newProgress(c.ErrOrStderr(), "reading", output, true)
				defer p.end()
				reports := intake.Read(orStdin(paths), stdin, opts)
				for article := range said(reports, p, &some) {
					p.step()
					proposal := a.Propose(&article)
					if explain != "" && article.ID == explain {
						explained = true
						if err := lines.Encode(a.Explain(proposal)); err != nil {
							return err
						}
						break
					}
					done := a.Place(proposal, proposal.Choice())
					if explain != "" {
						continue
					}
					if err := writeAssignment(lines, done); err != nil {
						return err
					}
					if err := out.Flush(); err != nil {
						return err
					}
					if c.Context().Err() != nil {
						break
					}
				}
				return out.Flush()
			})
			switch {
			case err != nil:
				return err
			case explain != "" && !explained:
				return fmt.Errorf("no article has the id %q", explain)
			case state != "" && explain == "":
				if err := writeTo(state, a.Save); err != nil {
					return err
				}
			}
			return some
		},
	}
	c.Flags().BoolVar(&mended, "mend", false, "correct earlier assignments, each on a line of its own")
	c.Flags().StringVar(&explain, "explain", "", "write why the article with this `id` went to its story")
	c.Flags().StringVar(&state, "state", "", "`file` that keeps what is remembered from one run to the next")
	c.Flags().StringVar(&archive, "archive", "", "`file` that stories are appended to once they are over")
	outputFlag(c, &output)
	reportFlags(c, &opts)
	commands = append(commands, c)
}

type assignmentLine struct {
	ID    string `json:"id"`
	Story string `json:"story"`
	Was   string `json:"was,omitempty"`
	Why   string `json:"why,omitempty"`
}

func writeAssignment(lines *json.Encoder, done stories.Assignment) error {
	if err := lines.Encode(assignmentLine{ID: done.Article, Story: done.Story}); err != nil {
		return err
	}
	for _, change := range done.Changes {
		for _, moved := range change.Articles {
			if err := lines.Encode(assignmentLine{moved, change.Into, change.From, change.Why}); err != nil {
				return err
			}
		}
	}
	return nil
}

func restoreStories(state string, o stories.Options) (*stories.Assigner, error) {
	if state == "" {
		return stories.New(o), nil
	}
	f, err := os.Open(state)
	if errors.Is(err, fs.ErrNotExist) {
		return stories.New(o), nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, err := stories.Restore(bufio.NewReader(f), o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", state, err)
	}
	return a, nil
}
