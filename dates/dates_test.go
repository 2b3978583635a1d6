package dates

import (
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// expect writes the expressions of a text as "words=VALUE", DATE being
// understood.
func expect(text string, list []news.TimeExpression) string {
	var out []string
	for _, x := range list {
		s := x.In(text) + "=" + x.Value
		if x.Type != "DATE" {
			s += " " + x.Type
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// All of it is said on Tuesday 10 September 2024.
var cases = []struct{ text, want string }{
	// Absolute dates
	{"The bridge opened on 3 May 1987.", "3 May 1987=1987-05-03"},
	{"The bridge opened on May 3, 1987, at last.", "May 3, 1987=1987-05-03"},
	{"The bridge opened on the 3rd of May, 1987.", "the 3rd of May, 1987=1987-05-03"},
	{"It was built in May 1987 and repaired in early 2003.", "May 1987=1987-05; early 2003=2003"},
	{"Published Mon 9 Sep 2024 11.22 BST.", "Mon 9 Sep 2024 11.22 BST=2024-09-09T11:22 TIME"},
	{"Updated 2024-08-30, first issued 28/08/2024 and 8/27/2024.", "2024-08-30=2024-08-30; 28/08/2024=2024-08-28; 8/27/2024=2024-08-27"},
	{"The ditch was dug in 1648, the year of the great flood.", "1648=1648"},
	{"Some 2000 people came, 1987 soldiers among them.", ""},
	{"Mrs. May said that May was not her month.", ""},
	{"April Jones may march in August.", "August=2024-08"},
	{"They met on Sept. 3 and will meet on Nov. 2.", "Sept. 3=2024-09-03; Nov. 2=2024-11-02"},
	{"The mill closed in October.", "October=2023-10"},
	{"The mill will close in October.", "October=2024-10"},
	{"On 7 October, raiders attacked the mill.", "7 October=2023-10-07"},
	{"The fair has been closed since Oct. 7, the day of the Oct. 7 raid.", "Oct. 7=2023-10-07; Oct. 7=2023-10-07"},
	{"The two mayors meet on Friday; they did not meet on Thursday.", "Friday=2024-09-13; Thursday=2024-09-05"},
	{"On 7 October, the mayor will speak.", "7 October=2024-10-07"},
	{"The roof was mended in 1994. In January, a year after the great fire in the old quarter by the river, the mill closed.", "1994=1994; January=2024-01; a year=P1Y DURATION"},
	{"The barn burned last August.", "last August=2023-08"},
	{"It should be done by year's end.", "year's end=2024"},
	{"The fair of June last year was bigger.", "June last year=2023-06"},
	{"It lasts from Dec. 28 to Jan. 5, 2012.", "Dec. 28=2011-12-28; Jan. 5, 2012=2012-01-05"},
	{"The talks of June 3-5 failed.", "June 3-5=2024-06-03/2024-06-05"},
	{"He served in 1991-92.", "1991-92=1991/1992"},
	{"Born on 29 February 2023, he claims.", "29 February 2023="},
	{"The leap day, Feb. 29, was wet.", "Feb. 29=2024-02-29"},
	{"Nineteen of the 20 Sept. 3 visitors left.", "Sept. 3=2024-09-03"},
	{"It opened in nineteen ninety-six.", "nineteen ninety-six=1996"},

	// Weekdays and tense
	{"The mayor resigned on Monday.", "Monday=2024-09-09"},
	{"The mayor will resign on Monday.", "Monday=2024-09-16"},
	{"The mayor resigned on Tuesday.", "Tuesday=2024-09-10"},
	{"On Friday, the mayor resigned.", "Friday=2024-09-06"},
	{"On Friday, the mayor agreed to resign.", "Friday=2024-09-06"},
	{"The mayor agreed to resign on Friday.", "Friday=2024-09-13"},
	{"The mayor refused to resign on Friday.", "Friday=2024-09-06"},
	{"The vote is scheduled for Thursday.", "Thursday=2024-09-12"},
	{"Friday's vote was close; Saturday's vote will be closer.", "Friday=2024-09-06; Saturday=2024-09-14"},
	{"He has until Friday.", "Friday=2024-09-13"},
	{"He could not be reached on Friday.", "Friday=2024-09-06"},
	{"Neither of them could be reached on Friday.", "Friday=2024-09-06"},
	{"They meet next Thursday, not next Friday.", "next Thursday=2024-09-19; next Friday=2024-09-13"},
	{"It had been due to end on Friday.", "Friday=2024-09-06"},
	{"The fair is set for Friday.", "Friday=2024-09-13"},
	{"It has grown since November.", "November=2023-11"},
	{"He said on Friday that he would resign.", "Friday=2024-09-06"},
	{"She would be heard on Friday, he said.", "Friday=2024-09-13"},
	{"The mayor could have resigned on Friday.", "Friday=2024-09-06"},
	{"They left last Tuesday and come back next Tuesday.", "last Tuesday=2024-09-03; next Tuesday=2024-09-17"},
	{"It rained on Sunday night.", "Sunday night=2024-09-08TNI TIME"},
	{"It rained on Thursday of last week.", "Thursday of last week=2024-09-05"},
	{"The office is open Monday-Friday.", "Monday-Friday=2024-09-09/2024-09-13"},

	// Relative
	{"She left yesterday, is home today and returns tomorrow.", "yesterday=2024-09-09; today=2024-09-10; tomorrow=2024-09-11"},
	{"Last week, this month and next year.", "Last week=2024-W36; this month=2024-09; next year=2025"},
	{"It was sold two years ago and again ten days ago.", "two years ago=2022; ten days ago=2024-08-31"},
	{"It was sold on 3 May 1987. Two days later it burned.", "3 May 1987=1987-05-03; Two days later=1987-05-05"},
	{"It was sold in 1987. A few weeks later it burned.", "1987=1987; A few weeks later=PAST_REF"},
	{"It was sold in 1987. The following year it burned.", "1987=1987; The following year=1988"},
	{"It burned the day before yesterday.", "the day before yesterday=2024-09-08"},
	{"It burned over the weekend.", "the weekend=2024-W36-WE"},
	{"He comes in two weeks' time.", "two weeks' time=2024-W39"},
	{"The index fell on Friday. For the week, it rose.", "Friday=2024-09-06; the week=2024-W36"},
	{"In the week of the flood he came.", ""},
	{"It was sold a decade ago.", "a decade ago=2014"},

	// Clock
	{"The train left at 10:35 a.m. on Monday.", "10:35 a.m. on Monday=2024-09-09T10:35 TIME"},
	{"The train left at 5pm yesterday.", "5pm yesterday=2024-09-09T17:00 TIME"},
	{"The train left Friday at noon.", "Friday at noon=2024-09-06T12:00 TIME"},
	{"Sent 2024-09-09T08:30Z.", "2024-09-09T08:30Z=2024-09-09T08:30 TIME"},
	{"It expired at midnight Friday.", "midnight Friday=2024-09-06T24:00 TIME"},
	{"It rained on Monday, and in the morning, it hailed.", "Monday=2024-09-09; the morning=2024-09-09TMO TIME"},
	{"At 6 p.m. on Sept. 4, she wrote that on Sept. 2, nobody had come. At 7 p.m., he answered.", "6 p.m. on Sept. 4=2024-09-04T18:00 TIME; Sept. 2=2024-09-02; 7 p.m.=2024-09-04T19:00 TIME"},
	{"At 6 p.m. on Sept. 4, she wrote. He came on Sept. 6. At 7 p.m., he left.", "6 p.m. on Sept. 4=2024-09-04T18:00 TIME; Sept. 6=2024-09-06; 7 p.m.=2024-09-06T19:00 TIME"},
	{"He missed the morning train.", ""},
	{"It began at eight o'clock in the evening.", "eight o'clock in the evening=2024-09-10T20:00 TIME"},

	// Durations and sets
	{"It took three weeks, or 2 1/2 years, or half an hour.", "three weeks=P3W DURATION; 2 1/2 years=P2Y6M DURATION; half an hour=PT30M DURATION"},
	{"The two-day visit in recent weeks.", "two-day=P2D DURATION; recent weeks=PXW DURATION"},
	{"Her 6-year-old son is 52 years old.", ""},
	{"He drank it every day, each July and on Mondays.", "every day=P1D SET; each July=XXXX-07 SET; Mondays=XXXX-WXX-1 SET"},
	{"It earns $30,000 a year.", "a year=P1Y SET"},
	{"There are four ferries a week.", "a week=P1W SET"},
	{"He stayed for a year.", "a year=P1Y DURATION"},
	{"The second group asked for a second chance.", ""},

	// Periods
	{"Profit in the second quarter fell from a year earlier.", "the second quarter=2024-Q2; a year earlier=2023-Q2"},
	{"Profit rose in the second quarter after a bad first quarter. In the year-ago period it fell.", "the second quarter=2024-Q2; first quarter=2024-Q1; the year-ago period=2023-Q2"},
	{"Profit rose in the second quarter. In the six months it fell, from a gain in the 2023 period.", "the second quarter=2024-Q2; the six months=P6M DURATION; the 2023 period=2023"},
	{"Sales for the quarter ended July 31 fell.", "the quarter=2024-Q2; July 31=2024-07-31"},
	{"They pay every quarter, after several quarters of losses.", "every quarter=P1Q SET; several quarters=PXQ DURATION"},
	{"Sales in Q2 2023 and in the second half of 2022.", "Q2 2023=2023-Q2; the second half of 2022=2022-H2"},
	{"In the late 1970s, the 19th century long gone.", "the late 1970s=197; the 19th century=18"},
	{"She won last summer and in the winter of 2019.", "last summer=2024-SU; the winter of 2019=2019-WI"},
	{"The budget of fiscal 2023.", "fiscal 2023=2023"},

	// Holidays
	{"He returned on Christmas Day and left at Easter 2016.", "Christmas Day=2023-12-25; Easter 2016=2016-03-27"},
	{"They met last Thanksgiving.", "last Thanksgiving=2023-11-23"},
	{"She will return on Thanksgiving.", "Thanksgiving=2024-11-28"},

	// The attacks of 2001
	{"The board met on Sept. 11 for the Sept. 11 vote.", "Sept. 11=2024-09-11; Sept. 11=2024-09-11"},
	{"They recalled the Sept. 11 attacks, and all that came since 9/11.", "Sept. 11=2001-09-11; 9/11=2001-09-11"},
	{"The mill burned down in the Sept. 11 attack on the town.", "Sept. 11=2024-09-11"},
	{"Hijackers took part in the Sept. 11 attack.", "Sept. 11=2001-09-11"},
	{"The Sept. 11 attack on the mill was the worst. The Sept. 11, 2012, attack went on all night.", "Sept. 11=2012-09-11; Sept. 11, 2012=2012-09-11"},

	// Vague
	{"It is now open, and was recently painted.", "now=PRESENT_REF; recently=PAST_REF"},
	{"It will soon open; soon after the fair it closed.", "soon=FUTURE_REF"},
	{"It may one day open, for one day.", "one day=FUTURE_REF; one day=P1D DURATION"},
	{"The mill has changed in recent years.", "recent years=PAST_REF"},
	{"Nobody knows the future.", "the future=FUTURE_REF"},

	// Names and other words
	{`He said so on the "Today" show and on This Week With Ada Pym.`, ""},
	{"Covid-19, an F-16 and a 5-4 vote.", ""},
	{"He told the Daily Clarion that he rows daily.", "daily=P1D SET"},
	{"She told the Sunday Herald that it was so.", ""},
	{"Jan Brandt sat in the sun.", ""},
}

func TestAnnotate(t *testing.T) {
	a := OnDay(day("2024-09-10"))
	for _, c := range cases {
		if got := expect(c.text, Annotate(c.text, a)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
