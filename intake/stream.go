package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// records reads JSON Lines. A line longer than the limit is passed over without
// being held.
func (r *reader) records(path string, src io.Reader) bool {
	in := bufio.NewReaderSize(src, 64<<10)
	limit := r.opts.maxDocument()
	var line []byte
	for n := 1; ; n++ {
		line = line[:0]
		long := false
		var err error
		for {
			var part []byte
			part, err = in.ReadSlice('\n')
			if len(line)+len(part) > limit+1 {
				long = true
			} else {
				line = append(line, part...)
			}
			if err != bufio.ErrBufferFull {
				break
			}
		}
		switch {
		case err != nil && err != io.EOF: // what there is of the line is no record
		case long:
			if !r.problem(path, n, fmt.Sprintf("line longer than %s", bytesInWords(limit)), "put each article on a line of its own") {
				return false
			}
		case !r.recordLine(path, n, line):
			return false
		}
		if cap(line) > 4<<20 {
			line = nil
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return r.problem(path, n, "breaks off: "+err.Error(), "get the file again")
		}
	}
}

func (r *reader) recordLine(path string, n int, line []byte) bool {
	line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF")))
	if len(line) == 0 {
		return true
	}
	line = bytes.Clone(line)
	return r.work(path, n, func() []outcome {
		if good, bad := multibyte(line, true); bad > 0 && good <= bad*4 {
			line = []byte(decode(line, windows1252))
		}
		return r.record(path, n, line)
	})
}

// record makes an article of a record's JSON.
func (r *reader) record(path string, n int, raw []byte) []outcome {
	record, err := ParseRecord(raw)
	if err != nil {
		do := "write one JSON object a line"
		if errors.Is(err, errNoString) {
			do = "write it as a string"
		}
		return []outcome{{problem: &Problem{path, n, err.Error(), do}}}
	}
	o := outcome{record: n}
	a, err := FromRecord(record, r.opts)
	if err != nil {
		var p *Problem
		if !errors.As(err, &p) {
			p = &Problem{What: err.Error()}
		}
		p.Path, p.Record = path, n
		o.problem = p
	}
	if a.Text != "" {
		a.Path = path
		o.article = a
	}
	return []outcome{o}
}

// recordList reads one JSON document: a record, or a list of records.
func (r *reader) recordList(path string, raw []byte) bool {
	text := bytes.TrimSpace([]byte(decode(raw, encodingOf(raw, true))))
	dec := json.NewDecoder(bytes.NewReader(text))
	if len(text) > 0 && text[0] == '[' {
		if _, err := dec.Token(); err != nil {
			return r.problem(path, 0, "is no JSON", "write one JSON object a line")
		}
	}
	for n := 1; dec.More(); n++ {
		var one json.RawMessage
		if err := dec.Decode(&one); err != nil {
			what := jsonTrouble(text, err).Error()
			if errors.Is(err, io.ErrUnexpectedEOF) {
				what = "JSON is cut off in the middle"
			}
			return r.problem(path, n, what, "write one JSON object a line")
		}
		if !r.work(path, n, func() []outcome { return r.record(path, n, one) }) {
			return false
		}
	}
	return true
}
