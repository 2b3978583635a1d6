package main

import (
	"os"

	"golang.org/x/term"

	"github.com/hearsay-news/hearsay/render"
)

// layout fits text to where it goes: the width of the terminal, colours only
// there and only where NO_COLOR is not set (https://no-color.org).
func layout(out string) render.TextOptions {
	if out != "" || !term.IsTerminal(int(os.Stdout.Fd())) {
		return render.TextOptions{Width: 80}
	}
	o := render.TextOptions{Width: 80, Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
		o.Width = min(w, 110)
	}
	return o
}
