package english

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/learn"
)

//go:embed model/english.bin
var modelFile []byte

// model is all that is learned of English.
type model struct {
	tagger     *tagger
	parser     *parser
	lemmatizer *lemmatizer
}

// loaded reads the model when it is first needed.
var loaded = sync.OnceValue(func() *model {
	m, err := readModel(modelFile)
	if err != nil {
		panic("english: the embedded model: " + err.Error())
	}
	return m
})

var errModel = errors.New("damaged model")

func writeModel(w io.Writer, tags []tag, tagger, parser *learn.Linear, lemmas []string) error {
	var names bytes.Buffer
	for _, t := range tags {
		names.WriteByte(byte(t.upos))
		names.WriteByte(byte(t.xpos))
	}
	var text bytes.Buffer
	z, _ := flate.NewWriter(&text, flate.BestCompression)
	io.WriteString(z, strings.Join(lemmas, "\n"))
	z.Close()
	var tg, ps bytes.Buffer
	if err := learn.WriteLinear(&tg, tagger); err != nil {
		return err
	}
	if err := learn.WriteLinear(&ps, parser); err != nil {
		return err
	}
	for _, part := range [][]byte{names.Bytes(), text.Bytes(), tg.Bytes(), ps.Bytes()} {
		if err := binary.Write(w, binary.LittleEndian, uint32(len(part))); err != nil {
			return err
		}
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

func readModel(b []byte) (*model, error) {
	var parts [4][]byte
	for i := range parts {
		if len(b) < 4 || int(binary.LittleEndian.Uint32(b)) > len(b)-4 {
			return nil, errModel
		}
		n := int(binary.LittleEndian.Uint32(b))
		parts[i], b = b[4:4+n], b[4+n:]
	}
	m := &model{tagger: &tagger{}, parser: &parser{}}
	for i := 0; i+1 < len(parts[0]); i += 2 {
		m.tagger.tags = append(m.tagger.tags, tag{UPOS(parts[0][i]), XPOS(parts[0][i+1])})
	}
	var err error
	if m.lemmatizer, err = readLemmatizer(flate.NewReader(bytes.NewReader(parts[1]))); err != nil {
		return nil, err
	}
	if m.tagger.model, err = learn.ReadLinear(bytes.NewReader(parts[2])); err != nil {
		return nil, err
	}
	m.parser.model, err = learn.ReadLinear(bytes.NewReader(parts[3]))
	return m, err
}
