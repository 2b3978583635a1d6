package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearsay": main})
}

func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			e.Setenv("NO_COLOR", "")
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func TestExitStatus(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	hearsay := filepath.Join(t.TempDir(), "hearsay") // testscript runs the command that the program is called
	if err := os.Symlink(program, hearsay); err != nil {
		t.Skip("needs symbolic links:", err)
	}
	for _, test := range []struct {
		want int
		args []string
	}{
		{0, []string{"version"}},
		{1, []string{"read", "missing.txt"}},
		{1, []string{"read", "-o", "nowhere/out.md", "../../examples/orsel"}},
		{2, []string{"read"}},
		{2, []string{"read", "--format", "pdf", "../../examples/orsel"}},
		{2, []string{"annotate", "--min-confidence", "3"}},
		{2, []string{"frobnicate"}},
		{2, []string{"changes"}},
	} {
		cmd := exec.Command(hearsay, test.args...)
		cmd.Run()
		if got := cmd.ProcessState.ExitCode(); got != test.want {
			t.Errorf("hearsay %v exits with %d, want %d", test.args, got, test.want)
		}
	}
}
