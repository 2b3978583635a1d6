package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/ledger"
)

// A reading that is killed at any moment leaves the ledger whole: every
// reading it keeps has its accounts with their articles.
func TestKilledReadingLeavesLedgerWhole(t *testing.T) {
	dir := t.TempDir()
	bin := filepath.Join(dir, "hearsay")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	file := filepath.Join(dir, "story.ledger")
	start := time.Now()
	if out, err := exec.Command(bin, "read", "--ledger", file, "../../examples").CombinedOutput(); err != nil {
		t.Fatalf("read: %v\n%s", err, out)
	}
	whole := time.Since(start)
	const kills = 12
	for i := range kills {
		cmd := exec.Command(bin, "read", "--ledger", file, "../../examples")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i+1) / (kills + 1))
		cmd.Process.Kill() // SIGKILL; it may have ended by itself
		cmd.Wait()
		checkLedger(t, file)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func checkLedger(t *testing.T, file string) {
	t.Helper()
	ctx := context.Background()
	l, err := ledger.Open(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	readings, err := l.Readings(ctx)
	if err != nil || len(readings) == 0 {
		t.Fatalf("readings: %d, %v", len(readings), err)
	}
	for _, r := range readings {
		accounts, err := l.Accounts(ctx, r.ID)
		if err != nil || len(accounts) == 0 {
			t.Fatalf("reading %d: %d accounts, %v", r.ID, len(accounts), err)
		}
		for _, a := range accounts {
			if len(a.Articles) != len(a.Story.Articles) {
				t.Fatalf("reading %d, story %s: %d articles of %d", r.ID, a.Story.ID, len(a.Articles), len(a.Story.Articles))
			}
		}
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
}
