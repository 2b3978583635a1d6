//go:build unix

package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// start runs hearsay on an endless stream and returns once it has written a
// line.
func start(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	hearsay := filepath.Join(t.TempDir(), "hearsay")
	if err := os.Symlink(program, hearsay); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(hearsay, args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	io.WriteString(in, `{"id":"a","text":"The mayor of Halvern said on Monday that the bridge would be closed."}`+"\n")
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	return cmd
}

func TestInterruptedStreamKeepsItsState(t *testing.T) {
	state := filepath.Join(t.TempDir(), "stories.state")
	cmd := start(t, "stories", "--state", state, "-")
	cmd.Process.Signal(syscall.SIGINT)
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with: %v", err)
	}
	if info, err := os.Stat(state); err != nil || info.Size() == 0 {
		t.Errorf("the state is not kept: %v", err)
	}
}

func TestInterruptedCommandEnds(t *testing.T) {
	cmd := start(t, "annotate", "-")
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != interrupted {
		t.Errorf("exit status %d, not %d", got, interrupted)
	}
}
