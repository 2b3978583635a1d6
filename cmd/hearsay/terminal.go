package main

import (
	"errors"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hearsay-news/hearsay/render"
)

// maxWidth is the longest line that reads well, in columns.
const maxWidth = 110

// layout fits text to where it goes: the width of the terminal, colours only
// there and only where NO_COLOR is not set (https://no-color.org). A width that
// the user gave goes before.
func layout(out string, width int) render.TextOptions {
	o := render.TextOptions{Width: 80}
	if out == "" && term.IsTerminal(int(os.Stdout.Fd())) {
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
			o.Width = min(w, maxWidth)
		}
	}
	if width > 0 {
		o.Width = width
	}
	return o
}

// columns is the value of --width.
type columns int

func (c *columns) String() string { return strconv.Itoa(int(*c)) }
func (c *columns) Type() string   { return "columns" }

func (c *columns) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return errors.New("give a number of columns, as 72")
	}
	*c = columns(n)
	return nil
}

func widthFlag(c *cobra.Command, width *columns) {
	c.Flags().Var(width, "width", "wrap text at this many `columns` (default: the terminal's, or 80)")
}
