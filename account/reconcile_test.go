package account_test

import (
	"encoding/json"
	"runtime"
	"testing"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/bench/example"
)

// TestReconcileIsTheSameOnAnyNumberOfProcessors compares accounts byte by byte.
func TestReconcileIsTheSameOnAnyNumberOfProcessors(t *testing.T) {
	all, _ := example.Reports(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	want := ""
	for _, n := range []int{1, 2, 5} {
		runtime.GOMAXPROCS(n)
		bytes, err := json.Marshal(account.Reconcile("halvern", all, account.Options{Explain: true}))
		if err != nil {
			t.Fatal(err)
		}
		got := string(bytes)
		if want == "" {
			want = got
		}
		if got != want {
			for i := range got {
				if i >= len(want) || got[i] != want[i] {
					t.Errorf("on %d processors the account is another: %q, not %q", n, got[max(0, i-200):min(len(got), i+200)], want[max(0, i-200):min(len(want), i+200)])
					break
				}
			}
		}
	}
}
