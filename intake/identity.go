package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"

	"github.com/hearsay-news/hearsay/news"
)

// identities remembers which ids were given to which articles. It holds the
// last few hundred thousand, so that an endless stream does not fill the memory.
type identities struct {
	now, before map[uint64]bool // hashes of ids, and of ids together with their articles
	next        map[uint64]int  // hash of an id to the next number to tell articles with it apart
}

const mostIdentities = 1 << 20

// admit gives a an id that no other article has. fresh is false for an article
// that was given before under its own id, clash is the id where another text
// had it. An id that was made from the text is changed without a clash: two
// inputs with one text are two articles.
func (s *identities) admit(a *news.Article) (fresh bool, clash string) {
	if s.next == nil {
		s.next = map[uint64]int{}
	}
	mark := shortHash(a.Hash, a.URL, a.Outlet.Name, a.Title)
	made := a.ID == a.Hash[:madeID]
	base := a.ID
	pair := shortHash(base, strconv.FormatUint(mark, 16))
	if !made && s.has(pair) {
		return false, ""
	}
	for n := max(2, s.next[shortHash(base)]); ; n++ {
		if !s.has(shortHash(a.ID)) {
			break
		}
		if !made {
			clash = base
		}
		a.ID = base + "-" + strconv.Itoa(n)
		s.next[shortHash(base)] = n + 1
	}
	s.put(shortHash(a.ID))
	s.put(pair)
	return true, clash
}

func (s *identities) has(key uint64) bool { return s.now[key] || s.before[key] }

func (s *identities) put(key uint64) {
	if s.now == nil || len(s.now) >= mostIdentities {
		s.before, s.now, s.next = s.now, map[uint64]bool{}, map[uint64]int{}
	}
	s.now[key] = true
}

func shortHash(parts ...string) uint64 {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return binary.BigEndian.Uint64(h.Sum(nil))
}
