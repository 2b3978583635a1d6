package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/ledger"
	"github.com/hearsay-news/hearsay/render"
)

func init() {
	var file, since, format string
	var width columns
	cmd := &cobra.Command{
		Use:   "changes --ledger FILE",
		Short: "Say what is new since an earlier reading",
		Long: `Changes compares the last reading that a ledger keeps with an earlier one, by
default the one before, and prints what is new, gone, strengthened, weakened,
newly denied or altered, each with the words of both readings.`,
		Example: `  hearsay changes --ledger story.ledger
  hearsay changes --ledger story.ledger --since 2025-03-04
  hearsay changes --ledger story.ledger --since 2025-03-04T18:00 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("changes takes no PATH (%q): it compares what the ledger keeps; hearsay read --ledger FILE PATH… adds to it", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "text" && format != "json" {
				return usageError{fmt.Errorf("there is no format %q; there are text and json", format)}
			}
			if file == "" {
				return usageError{errors.New("changes needs the ledger: hearsay changes --ledger FILE; hearsay read --ledger FILE PATH… makes one")}
			}
			if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("there is no ledger at %s; make one with: hearsay read --ledger %s PATH…", file, file)
			}
			l, err := ledger.Open(cmd.Context(), file)
			if err != nil {
				return err
			}
			defer l.Close()
			readings, err := l.Readings(cmd.Context())
			if err != nil {
				return err
			}
			if len(readings) < 2 {
				return fmt.Errorf("%s keeps %d reading; changes need two", file, len(readings))
			}
			last := readings[len(readings)-1]
			first := readings[len(readings)-2]
			if since != "" {
				d, err := intake.ParseDate(since)
				if err != nil {
					return usageError{fmt.Errorf("--since: %w", err)}
				}
				if first, err = lastBefore(readings[:len(readings)-1], d.Time); err != nil {
					return err
				}
			}
			before, err := l.Accounts(cmd.Context(), first.ID)
			if err != nil {
				return err
			}
			after, err := l.Accounts(cmd.Context(), last.ID)
			if err != nil {
				return err
			}
			changes := account.Changes(before, after)
			return writeTo("", func(w io.Writer) error {
				if format == "json" {
					return render.ChangesJSON(w, changes)
				}
				return render.ChangesText(w, changes, first.At, last.At, layout("", int(width)))
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&file, "ledger", "", "the ledger `file`")
	f.StringVar(&since, "since", "", "compare with the last reading at or before this `time`")
	f.StringVar(&format, "format", "text", "text or json")
	widthFlag(cmd, &width)
	commands = append(commands, cmd)
}

func lastBefore(readings []ledger.Reading, t time.Time) (ledger.Reading, error) {
	for i := len(readings) - 1; i >= 0; i-- {
		if !readings[i].At.After(t) {
			return readings[i], nil
		}
	}
	return ledger.Reading{}, fmt.Errorf("the first reading was at %s; there is none before", readings[0].At.Format(time.RFC3339))
}
