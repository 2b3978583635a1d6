package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"

	"github.com/hearsay-news/hearsay/news"
)

// identities remembers which ids were given to which articles. It holds the
// last million or two, so that an endless stream does not fill the memory.
type identities struct {
	now, before map[uint64]uint64 // hash of an id to hash of its article
}

const mostIdentities = 1 << 20

// admit gives a an id that no other article has. fresh is false for an article
// that was given before, clash is the id where another text had it; an id
// that was made from the text is changed without a clash.
func (s *identities) admit(a *news.Article) (fresh bool, clash string) {
	mark := shortHash(a.Hash, a.URL, a.Outlet.Name, a.Title)
	made := a.ID == a.Hash[:madeID]
	if made {
		mark = shortHash(a.Path, a.URL, a.Outlet.Name)
	}
	base := a.ID
	for n := 2; ; n++ {
		had, ok := s.get(shortHash(a.ID))
		if !ok {
			break
		}
		if had == mark {
			return false, ""
		}
		if !made {
			clash = base
		}
		a.ID = base + "-" + strconv.Itoa(n)
	}
	s.put(shortHash(a.ID), mark)
	return true, clash
}

func (s *identities) get(id uint64) (uint64, bool) {
	if mark, ok := s.now[id]; ok {
		return mark, true
	}
	mark, ok := s.before[id]
	return mark, ok
}

func (s *identities) put(id, mark uint64) {
	if s.now == nil || len(s.now) >= mostIdentities {
		s.before, s.now = s.now, map[uint64]uint64{}
	}
	s.now[id] = mark
}

func shortHash(parts ...string) uint64 {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return binary.BigEndian.Uint64(h.Sum(nil))
}
