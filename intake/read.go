package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// Read reads articles from files, folders (recursively, by name) and "-", which
// is stdin. Plain text, HTML pages, JSON Lines of records, each perhaps
// gzipped, are told apart by their content. What cannot be read is given as an
// error that is a *Problem, beside no article; everything else is still read.
// Articles come in the order of the paths. A stream of records may be endless:
// no more is read ahead than keeps the processors busy. After the caller stops,
// a read of stdin that is under way is left behind.
//
// In folders, hidden files are passed over. A file that is reached twice is
// read once, and an article that is given twice under one id comes once; two
// articles that would have one id get different ones.
func Read(paths []string, stdin io.Reader, opts Options) iter.Seq2[news.Article, error] {
	return func(yield func(news.Article, error) bool) {
		r := newReader(stdin, opts)
		defer close(r.stop)
		go r.paths(paths)
		var ids identities
		for done := range r.queue {
			for _, o := range <-done {
				if o.problem != nil && !yield(news.Article{}, o.problem) {
					return
				}
				if o.article.Text == "" {
					continue
				}
				fresh, clash := ids.admit(&o.article)
				if clash != "" && !yield(news.Article{}, clashProblem(o, clash)) {
					return
				}
				if fresh && !yield(o.article, nil) {
					return
				}
			}
		}
	}
}

func clashProblem(o outcome, clash string) *Problem {
	return &Problem{
		Path: o.article.Path, Record: o.record,
		What: fmt.Sprintf("id %q was given before to another text", excerpt(clash)),
		Do:   fmt.Sprintf("give each article an id of its own; it is read as %q", excerpt(o.article.ID)),
	}
}

// outcome is what became of a document or record: an article, a problem, or
// both.
type outcome struct {
	article news.Article
	problem *Problem
	record  int // line of a stream, for messages
}

// reader is one reading. One goroutine goes through the inputs, as many as
// there are processors understand documents, and their outcomes wait in queue
// in the order of the inputs. Its methods return false when the caller wants no
// more.
type reader struct {
	opts  Options
	stdin io.Reader
	files map[string]bool // files read, by absolute path
	queue chan chan []outcome
	slots chan struct{}
	stop  chan struct{}
}

func newReader(stdin io.Reader, opts Options) *reader {
	workers := runtime.GOMAXPROCS(0)
	return &reader{
		opts: opts, stdin: stdin, files: map[string]bool{},
		queue: make(chan chan []outcome, 2*workers), slots: make(chan struct{}, workers), stop: make(chan struct{}),
	}
}

func (r *reader) paths(paths []string) {
	defer close(r.queue)
	for _, path := range paths {
		if !r.path(path) {
			return
		}
	}
}

// work has a document of path understood.
func (r *reader) work(path string, record int, understand func() []outcome) bool {
	select {
	case r.slots <- struct{}{}:
	case <-r.stop:
		return false
	}
	done := make(chan []outcome, 1)
	go func() {
		defer func() {
			if recover() != nil {
				done <- []outcome{{problem: &Problem{path, record, "cannot be understood", "report this as a fault of hearsay, with the file"}}}
			}
			<-r.slots
		}()
		done <- understand()
	}()
	return r.put(done)
}

func (r *reader) put(done chan []outcome) bool {
	select {
	case r.queue <- done:
		return true
	case <-r.stop:
		return false
	}
}

func (r *reader) problem(path string, record int, what, do string) bool {
	done := make(chan []outcome, 1)
	done <- []outcome{{problem: &Problem{path, record, what, do}}}
	return r.put(done)
}

func (r *reader) path(path string) bool {
	if path == "-" {
		if r.stdin == nil {
			return r.problem(path, 0, "there is no standard input", "name a file")
		}
		return r.stream(path, r.stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return r.fileTrouble(path, err)
	}
	if !info.IsDir() {
		return r.file(path)
	}
	more := true
	walkErr := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if more = r.fileTrouble(p, err); !more {
				return fs.SkipAll
			}
			return fs.SkipDir
		}
		if p != path && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		info, err := os.Stat(p)
		switch {
		case err != nil:
			more = r.fileTrouble(p, err)
		case info.IsDir(): // a link to a folder, which may lead in a circle
		case !info.Mode().IsRegular():
			more = r.problem(p, 0, "not a regular file", "name it on the command line to read it")
		default:
			more = r.file(p)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if walkErr != nil && more {
		return r.fileTrouble(path, walkErr)
	}
	return more
}

func (r *reader) file(path string) bool {
	if abs, err := filepath.Abs(path); err == nil {
		if r.files[abs] {
			return true
		}
		r.files[abs] = true
	}
	f, err := os.Open(path)
	if err != nil {
		return r.fileTrouble(path, err)
	}
	defer f.Close()
	return r.stream(path, f)
}

// fileTrouble puts an error of the file system in plain words.
func (r *reader) fileTrouble(path string, err error) bool {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return r.problem(path, 0, "is not there", "check the name, or whether something removed it")
	case errors.Is(err, fs.ErrPermission):
		return r.problem(path, 0, "may not be read", "get the right to read it")
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return r.problem(path, 0, "could not be read: "+err.Error(), "try again")
}

// headSize is how much of a file is looked at to tell what it is.
const headSize = 16 << 10

// beginning looks at the first headSize bytes, or at what has come of them once
// it has a whole record: the next one of a slow stream may be hours away. The
// error is io.EOF where there is no more.
func beginning(in *bufio.Reader) ([]byte, error) {
	for n := 1; ; n = in.Buffered() + 1 {
		_, err := in.Peek(min(n, headSize))
		head, _ := in.Peek(in.Buffered())
		line, _, ended := bytes.Cut(head, []byte("\n"))
		if err != nil || len(head) == headSize || ended && json.Valid(line) && bytes.HasPrefix(line, []byte("{")) {
			return head, err
		}
	}
}

// stream reads one file or standard input.
func (r *reader) stream(path string, src io.Reader) bool {
	in := bufio.NewReaderSize(src, headSize)
	head, err := beginning(in)
	if err != nil && err != io.EOF {
		return r.fileTrouble(path, err)
	}
	for range 2 { // a gzipped file in a gzipped file happens
		if !bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
			break
		}
		z, err := gzip.NewReader(in)
		if err != nil {
			return r.problem(path, 0, "damaged gzip file: "+err.Error(), "get it again")
		}
		in = bufio.NewReaderSize(z, headSize)
		head, err = beginning(in)
		if err != nil && err != io.EOF && len(head) == 0 {
			return r.problem(path, 0, "damaged gzip file: "+err.Error(), "get it again")
		}
	}
	whole := err == io.EOF
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))) == 0 && whole {
		return r.problem(path, 0, "empty", "leave it out")
	}
	if kind := binaryKind(head); kind != "" {
		return r.problem(path, 0, kind+", not text", "give the text, a web page or JSON Lines")
	}
	enc := encodingOf(head, whole)
	if enc == notText {
		return r.problem(path, 0, "binary data, not text", "give the text, a web page or JSON Lines")
	}
	start := decode(head, enc)
	switch formOf(start, whole, path) {
	case recordLines:
		return r.records(path, decoded(in, enc))
	case recordDocument:
		return r.document(path, in, r.recordList)
	case feed:
		return r.problem(path, 0, "an XML document, not a page", "give the pages that it names")
	case page:
		return r.document(path, in, r.page)
	default:
		return r.document(path, in, r.plain)
	}
}

// document reads the whole of a file, up to the limit, and hands it to read.
func (r *reader) document(path string, in io.Reader, read func(path string, raw []byte) bool) bool {
	limit := r.opts.maxDocument()
	raw, err := io.ReadAll(io.LimitReader(in, int64(limit)+1))
	if len(raw) > limit {
		return r.problem(path, 0, fmt.Sprintf("larger than %s", bytesInWords(limit)), "split it into its articles")
	}
	if err != nil {
		return r.problem(path, 0, "breaks off: "+err.Error(), "get the file again")
	}
	return read(path, raw)
}

func (r *reader) plain(path string, raw []byte) bool {
	return r.work(path, 0, func() []outcome {
		text := decode(raw, encodingOf(raw, true))
		switch {
		case strings.ContainsRune(text, 0):
			return []outcome{{problem: &Problem{path, 0, "binary data, not text", "give the text, a web page or JSON Lines"}}}
		case len(text) > r.opts.maxText():
			return []outcome{{problem: &Problem{path, 0, tooMuchText(len(text), r.opts), "split it into its articles"}}}
		}
		a := FromText(text, r.opts)
		a.Path = path
		return []outcome{{article: a}}
	})
}

func (r *reader) page(path string, raw []byte) bool {
	return r.work(path, 0, func() []outcome {
		a, err := FromHTML(raw, "", r.opts)
		if err != nil {
			return []outcome{{problem: &Problem{path, 0, err.Error(), "give the page as a browser saves it, or its text"}}}
		}
		a.Path = path
		return []outcome{{article: a}}
	})
}
