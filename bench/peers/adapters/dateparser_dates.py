"""dateparser's search_dates, a paragraph at a time. It gives no type, so the
period that it reads gives one; the function words that it leaves at either end
of what it found are cut off."""
import datetime
import re

import dateparser.search
from bench_io import articles, write
from dateparser.date import DateDataParser

FORM = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
EDGES = re.compile(
    r"^(?:(?:in|on|at|of|by|to|from|after|since|until|for|the|and)\s+)*(.*?)(?:[\s,]+(?:in|on|at|of|by|to|from|after|the|and|about|a|one))*$",
    re.IGNORECASE | re.DOTALL,
)


def dates(text, published):
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(published), "RETURN_TIME_AS_PERIOD": True, "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    out, at = [], 0
    for paragraph in text.split("\n"):
        end = 0
        for found, when in dateparser.search.search_dates(paragraph, languages=["en"], settings=settings) or []:
            start = paragraph.find(found, end)
            if start < 0:
                continue
            end = start + len(found)
            first, last = EDGES.match(found).span(1)
            period = parser.get_date_data(found).period or "day"
            out.append({
                "start": at + start + first, "end": at + start + last,
                "type": "TIME" if period == "time" else "DATE",
                "value": when.strftime(FORM.get(period, "%Y-%m-%d")),
            })
        at += len(paragraph) + 1
    return out


write({"id": a["id"], "dates": dates(a["text"], a["published"])} for a in articles())
