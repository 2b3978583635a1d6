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
		got, err := json.Marshal(account.Reconcile("halvern", all, account.Options{Explain: true}))
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = string(got)
		}
		if string(got) != want {
			t.Errorf("on %d processors the account is another", n)
		}
	}
}
