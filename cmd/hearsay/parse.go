package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-news/hearsay/english"
)

func init() { commands = append(commands, parseCommand()) }

func parseCommand() *cobra.Command {
	var raw bool
	c := &cobra.Command{
		Use:   "parse [FILE …]",
		Short: "Sentences, words, lemmas, tags and heads as CoNLL-U",
		Long: `Parse reads CoNLL-U, whose words it keeps, or plain text, and writes CoNLL-U.
A file is taken for CoNLL-U if its first line that is neither blank nor a
comment has ten columns. Without a file, or with "-", it reads standard input.`,
		Example: `  echo "The mayor said the bridge was safe." | hearsay parse
  hearsay parse corpus.conllu > parsed.conllu`,
		RunE: func(c *cobra.Command, files []string) error {
			out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
			failed := false
			for _, name := range orStdin(files) {
				if err := parseFile(out, c.InOrStdin(), name, raw); err != nil {
					fmt.Fprintf(c.ErrOrStderr(), "hearsay: %s: %v\n", name, err)
					failed = true
				}
			}
			if err := out.Flush(); err != nil {
				return err
			}
			if failed {
				return errSome
			}
			return nil
		},
	}
	c.Flags().BoolVar(&raw, "raw", false, "take every file for plain text")
	return c
}

// maxRaw is how many bytes of plain text are parsed as one.
const maxRaw = 16 << 20

func parseFile(w io.Writer, stdin io.Reader, name string, raw bool) error {
	in := stdin
	if name != "-" {
		f, err := os.Open(filepath.Clean(name))
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	b := bufio.NewReaderSize(in, 1<<16)
	if head, _ := b.Peek(1 << 16); !raw && isConllu(head) {
		return english.ParseConllu(b, w)
	}
	text, err := io.ReadAll(io.LimitReader(b, maxRaw+1))
	if err != nil {
		return err
	}
	if len(text) > maxRaw {
		return fmt.Errorf("larger than %d MB; split it", maxRaw>>20)
	}
	d := english.Annotate(string(text))
	for i := range d.Sentences {
		if err := english.WriteConllu(w, d.Conllu(i)); err != nil {
			return err
		}
	}
	return nil
}

func isConllu(head []byte) bool {
	for line := range bytes.Lines(head) {
		s := strings.TrimSpace(string(line))
		if s != "" && s[0] != '#' {
			return strings.Count(s, "\t") == 9
		}
	}
	return false
}
