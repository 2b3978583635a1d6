package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// interrupted is the exit status after Ctrl-C, as of a shell: 128 + SIGINT.
const interrupted = 130

// interrupts gives a context that Ctrl-C (or SIGTERM) cancels for a command
// that has called orderly. Any other command ends there and then, and its
// unfinished file goes.
func interrupts() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	if !signal.Ignored(os.Interrupt) { // as in the background of a script
		signal.Notify(signals, os.Interrupt)
	}
	go func() {
		<-signals
		signal.Stop(signals) // a second Ctrl-C ends any command
		unfinished.Lock()
		defer unfinished.Unlock()
		if !unfinished.orderly {
			if unfinished.name != "" {
				os.Remove(unfinished.name)
			}
			os.Exit(interrupted)
		}
		cancel()
	}()
	return ctx
}

var unfinished struct {
	sync.Mutex
	name    string // the file that is being written
	orderly bool
}

// writing notes the name of the file that is being written, "" for none.
func writing(name string) {
	unfinished.Lock()
	defer unfinished.Unlock()
	unfinished.name = name
}

// orderly says that the command ends by itself when its context is cancelled,
// and keeps what it has done. What it reads ends there.
func orderly(ctx context.Context, stdin io.Reader) io.Reader {
	unfinished.Lock()
	unfinished.orderly = true
	unfinished.Unlock()
	r, w := io.Pipe()
	go func() {
		_, err := io.Copy(w, stdin)
		w.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { w.Close() })
	return r
}
