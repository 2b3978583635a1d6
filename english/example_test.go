package english_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/english"
)

func ExampleAnnotate() {
	d := english.Annotate("The harbour master denied on Monday that the ship had been refused.")
	for _, w := range d.Words {
		if w.Deprel == english.RelNsubj || w.Deprel == english.RelNsubjPass {
			verb := d.Words[w.Head]
			fmt.Println(w.In(d.Text), verb.Lemma, verb.Feats)
		}
	}
	// Output:
	// master deny Number=Sing|Person=3|Tense=Past|VerbForm=Fin
	// ship refuse Tense=Past|VerbForm=Part|Voice=Pass
}
