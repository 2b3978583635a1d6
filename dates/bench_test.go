package dates

import (
	"strings"
	"testing"
	"time"
)

const report = `PORT ALDER, Sept. 3 (Meridian News) - The harbour authority of Port Alder said on Tuesday that two of its cranes will be
taken out of service by the end of next month, three years after an inspection found cracks in their frames. "We have known about this
since 2019," the harbour master, Ines Karlow, told reporters on Monday evening. The port, which handles some 40 percent of the island's
grain, was closed for nine days last winter. A spokesman for the owners, Alder Holding, declined to comment. The company reported a
third-quarter loss of $4.1 million, compared with a profit of $2 million a year earlier. Shipping lines expect the first delays between
Oct. 1 and Oct. 5, when the harvest from the northern valleys arrives, and hope that the new cranes can be put to work in spring 2026.
`

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(report, 100)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat(report, 100)
	a := OnDay(time.Date(2024, 9, 3, 0, 0, 0, 0, time.UTC))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Annotate(text, a)
	}
}
