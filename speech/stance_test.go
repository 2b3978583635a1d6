package speech

import (
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

func TestStances(t *testing.T) {
	for _, test := range []struct {
		text string
		want news.Stance
	}{
		{"[1s Mara Adler] [1c said] [1t the dam had burst].", news.Affirms},
		{"[1s The ministry] [1c confirmed] [1t that the dam had burst].", news.Affirms},
		{"[1s The company] [1c accused] [1t the mayor of hiding the report].", news.Affirms},
		{"[1s The company] [1c denied] [1t that the dam had burst].", news.Denies},
		{"[1s The company] [1c has sought to deny] [1t the report].", news.Denies},
		{"[1s Mara Adler] [1c disputed] [1t claims of fraud].", news.Denies},
		{"[1s Mara Adler] [1c called] [1t the report false].", news.Denies},
		{"[1s The harbour master] denied the reports, [1c describing] [1t them as “a smear”].", news.Denies},
		{"[1s The harbour master] came, [1c describing] [1t the reports as a farce].", news.Denies},
		{"[1s The harbour master] came, [1c describing] [1t the false report as a gift].", news.Affirms},
		{"[1s The harbour master] came, [1c describing] [1t her brother as a farce].", news.Affirms},
		{"“[1t We reject the claims about our ferry],” [1s Mara Adler] [1c said].", news.Denies},
		{"“[1t No ship was sent to the island],” [1s Mara Adler] [1c said].", news.Denies},
		{"“[1t I have not broken any rules],” [1s Mara Adler] [1c said].", news.Denies},
		{"[1s The harbour] [1c said] [1t it does not store paint in the shed].", news.Denies},
		{"[1s Adler] [1c insisted] [1t that she had done nothing wrong].", news.Denies},
		{"[1s The ministry] [1c declined to comment].", news.Declines},
		{"[1s The ministry] [1c did not respond to] [1t questions about the dam].", news.Declines},
		{"“[1t We cannot confirm the story that the lighthouse is for sale],” [1s Adler] [1c said].", news.Declines},
		{"[1s A spokeswoman] [1c would not be drawn on] [1t whether the ship had sailed].", news.Declines},
		{"[1s The palace] [1c failed to refute] [1t reports that the ship had sailed].", news.Declines},
		{"[1s The palace] [1c did not issue any denial] [1t that the lighthouse was for sale].", news.Declines},
		{"[1s The palace] [1c did not rule out] [1t a second visit].", news.Declines},
		{"“[1t If confirmed, this would break the treaty],” [1s Adler] [1c said].", news.Conditional},
		{"[1s Adler] [1c said] [1t she would resign if the reports were true].", news.Conditional},
		{"[1t “Should the agency confirm this, the licence is gone],” [1s Adler] [1c said].", news.Conditional},
		{"[1s Adler] [1c asked] [1t if the ship had sailed].", news.Affirms},
		{"[1s Adler] [1c questioned] [1t whether the ship had sailed].", news.Doubts},
		{"[1s Adler] [1c said] [1t not all such reports were correct].", news.Doubts},
		{"“[1t I am not convinced that the ship has sailed],” [1s Adler] [1c said].", news.Doubts},
		{"“[1t There is no evidence of a leak],” [1s Adler] [1c said].", news.Doubts},
		{"[1s The town] [1c has told] [1t forty people not to cross the bridge].", news.Affirms},
		{"[1s The town] [1c urged] [1t bathers not to swim in the lake].", news.Affirms},
		{"[1s Adler] [1c said] [1t that the pump had failed on Sunday].", news.Affirms},
		{"“[1t We have nothing to hide],” [1s Adler] [1c said].", news.Affirms},
		{"“[1t The figures leave no doubt that the ship sailed],” [1s Adler] [1c said].", news.Affirms},
		{"“[1t There is no doubt that the ship sailed],” [1s Adler] [1c said].", news.Affirms},
		{"[1s Adler] [1c does not dispute] [1t the figures].", news.Affirms},
		{"“[1t I have made it very clear that the ship did not sail],” [1s Adler] [1c said].", news.Denies},
		{"“[1t He has made remarks that the mayor could not verify],” [1s Adler] [1c said].", news.Affirms},
		{"“[1t We won’t let that happen],” [1s Adler] [1c said].", news.Affirms},
		{"If the board agrees, [1s Adler] [1c has promised] [1t to resign].", news.Conditional},
		{"[1s Adler] [1c said] [1t it was not only the dam that had burst].", news.Affirms},
		{"[1s The ministry] [1c could neither confirm nor deny] [1t that the dam had burst].", news.Declines},
		{"[1s The ministry neither] [1c confirmed nor denied] [1t the attack on the bridge].", news.Declines},
		{"[1s The ministry] [1c said] [1t it would neither deny nor confirm the attack].", news.Declines},
		{"“[1t We can neither confirm nor deny the sale],” [1s Adler] [1c said].", news.Declines},
		{"[1s Neither the guild nor the palace] [1c would confirm] [1t that the ship had sailed].", news.Declines},
		{"[1s No official] [1c denied] [1t that the ship had sailed].", news.Declines},
		{"[1s The company] [1c would neither say] [1t how many workers were hurt nor name them].", news.Declines},
		{"[1s The company] [1c would not say] [1t whether the ship had sailed].", news.Declines},
		{"[1s The guild] [1c stopped short of saying] [1t that the mayor was to blame].", news.Declines},
		{"[1s The guild] [1c stopped short of denying] [1t the report].", news.Declines},
		{"[1s The ministry] [1c did not immediately respond to] [1t a request for comment on the sale].", news.Declines},
		{"[1s Adler] [1c refused] [1t to be drawn on whether he had met the guild].", news.Declines},
		{"[1s The palace] [1c had no comment on] [1t reports that the lighthouse was for sale].", news.Declines},
		{"[1s Mara Adler] [1c could not be reached for comment].", news.Declines},
		{"[1s A spokesman] [1c declined to elaborate on] [1t the claim that the pump had failed].", news.Declines},
		{"[1s The firm] [1c gave no reason for] [1t the closure].", news.Declines},
		{"[1s The agency] [1c has yet to confirm] [1t that the ship was hit].", news.Declines},
		{"[1s The agency] [1c said] [1t it was unable to confirm the death of the captain].", news.Declines},
		{"[1s The agency] [1c said] [1t it was unable to raise the ship].", news.Denies},
		{"[1s The guild] [1c said] [1t it was too early to say whether the dam had been attacked].", news.Declines},
		{"[1s Adler] [1c said] [1t that he was not in a position to comment on the sale].", news.Declines},
		{"“[1t We aren’t prepared to discuss the sale],” [1s Adler] [1c said].", news.Declines},
		{"[1s Adler] [1c said] [1t she had nothing to say about the sale].", news.Declines},
		{"[1s The palace] [1c did not exclude] [1t a sale of the lighthouse].", news.Declines},
		{"“[1t We are not ruling anything out],” [1s Adler] [1c said].", news.Declines},
		{"[1s Adler] [1c ruled out] [1t a strike].", news.Denies},
		{"[1s The palace] [1c did say] [1t the lighthouse was sold].", news.Affirms},
	} {
		text, statements := marked(test.text)
		Stances(english.Annotate(text), statements)
		if got := statements[0].Stance; got != test.want {
			t.Errorf("%s: %s, want %s", text, got, test.want)
		}
	}
}

func TestNarrationStance(t *testing.T) {
	for text, want := range map[string]news.Stance{
		"The dam burst on Monday.":                           news.Affirms,
		"The company has not kept its promise.":              news.Denies,
		"The harbour's critics did not dispute the figures.": news.Affirms,
	} {
		doc := english.Annotate(text)
		if got := NarrationStance(doc, news.Span{Start: 0, End: len(text)}); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTakesOfAnInvertedCondition(t *testing.T) {
	text, statements := marked("The mayor came. “[1t Should the agency confirm this, the licence is gone],” [1s Adler] [1c said].")
	for _, k := range Takes(english.Annotate(text), &statements[0], statements[0].Extent()) {
		if k.Stance != news.Conditional {
			t.Errorf("%s: %s", k.In(text), k.Stance)
		}
	}
}

func TestTakes(t *testing.T) {
	text, statements := marked("[1s The ministry] [1c said] [1t it had seen the reports but could not confirm the transfer].")
	doc := english.Annotate(text)
	takes := Takes(doc, &statements[0], news.Span{Start: 0, End: len(text)})
	if len(takes) != 2 || takes[0].Stance != news.Affirms || takes[1].Stance != news.Declines {
		for _, k := range takes {
			t.Logf("%s: %s", k.In(text), k.Stance)
		}
		t.Errorf("want an affirmation and a non-answer")
	}
}
