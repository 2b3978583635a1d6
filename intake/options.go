package intake

// Options are what a reading is told beside its input. The zero value is ready
// for use.
type Options struct {
	// Published and Outlet hold for articles that do not say so themselves.
	// Published is a date as ParseDate takes it; one that is none is ignored.
	Published, Outlet string

	// MaxDocument is how many bytes, unpacked, a text file, a page or a
	// record may have; 0 means 16 MiB. What is larger is a problem and is
	// skipped without being held in memory.
	MaxDocument int
	// MaxText is how many bytes an article's text may have; 0 means 2 MiB.
	MaxText int
}

func (o Options) maxDocument() int {
	if o.MaxDocument > 0 {
		return o.MaxDocument
	}
	return 16 << 20
}

func (o Options) maxText() int {
	if o.MaxText > 0 {
		return o.MaxText
	}
	return 2 << 20
}
