package copying

// fingerprint is a hash of three content words that follow one another, with
// the unit it starts in. Word forms, the order of the three and the function
// words between them do not matter.
type fingerprint struct {
	hash uint32
	unit int32
}

const hashSeed = 14695981039346656037

func mix(h uint64, id uint32) uint64 {
	h = (h ^ uint64(id)) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// window is how many fingerprints one is chosen from: any seven content words
// that follow one another and survive in a copy share a fingerprint with it.
const window = 3

// winnow chooses the fingerprints of a document: the least of each window
// (Schleimer, Wilkerson and Aiken 2003).
func winnow(d *document) []fingerprint {
	content := make([]int32, 0, len(d.words)/2)
	for i := range d.words {
		if d.at[i].weight == contentWeight {
			content = append(content, int32(i))
		}
	}
	if len(content) < 3 {
		return nil
	}
	all := make([]uint32, len(content)-2)
	for i := range all {
		a, b, c := d.classes[content[i]], d.classes[content[i+1]], d.classes[content[i+2]]
		if a > b {
			a, b = b, a
		}
		if b > c {
			b, c = c, b
		}
		if a > b {
			a, b = b, a
		}
		h := mix(mix(mix(hashSeed, a), b), c)
		all[i] = uint32(h >> 32)
	}
	prints := make([]fingerprint, 0, len(all)*2/(window+1)+1)
	last := -1
	for from := range max(1, len(all)-window+1) {
		least := from
		for i := from + 1; i < min(from+window, len(all)); i++ {
			if all[i] <= all[least] {
				least = i
			}
		}
		if least != last {
			prints = append(prints, fingerprint{all[least], d.unitOf[content[least]]})
			last = least
		}
	}
	return prints
}

// postings maps fingerprints to the documents that have them: chains of
// entries, newest first, in a table that doubles.
type postings struct {
	head    []int32 // by the low bits of the hash; -1 for none
	count   []int32 // entries of the chain
	entries []posting
}

type posting struct {
	hash uint32
	doc  int32
	next int32
}

func (p *postings) add(doc int32, prints []fingerprint) {
	for len(p.entries)+len(prints) > len(p.head) {
		p.grow()
	}
	for _, f := range prints {
		slot := f.hash & uint32(len(p.head)-1)
		p.entries = append(p.entries, posting{f.hash, doc, p.head[slot]})
		p.head[slot] = int32(len(p.entries) - 1)
		p.count[slot]++
	}
}

func (p *postings) grow() {
	p.head = make([]int32, max(1<<12, 2*len(p.head)))
	p.count = make([]int32, len(p.head))
	for i := range p.head {
		p.head[i] = -1
	}
	for i := range p.entries {
		slot := p.entries[i].hash & uint32(len(p.head)-1)
		p.entries[i].next = p.head[slot]
		p.head[slot] = int32(i)
		p.count[slot]++
	}
}

// commonness is how many entries share the place of a hash: no fewer than the
// articles that have it.
func (p *postings) commonness(hash uint32) int32 {
	return p.count[hash&uint32(len(p.head)-1)]
}
