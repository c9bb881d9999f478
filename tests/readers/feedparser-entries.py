"""Prints the entries of a feed, as feedparser reads them by default, as JSON."""

import calendar
import json
import sys

try:
    import feedparser
except ImportError:
    sys.exit('feedparser is missing: run "apt-get install python3-feedparser" first')


def entry_to_dict(entry, feed):
    date = entry.get("published_parsed") or entry.get("updated_parsed")
    authors = entry.get("authors") or feed.get("authors") or []
    return {
        "id": entry.get("id", ""),
        "link": entry.get("link", ""),
        "title": entry.get("title", ""),
        "published": calendar.timegm(date) if date else None,
        "content": (entry.get("content") or [{}])[0].get("value") or entry.get("summary", ""),
        "authors": [author["name"] for author in authors if "name" in author],
    }


with open(sys.argv[1], "rb") as file:
    document = feedparser.parse(file)
if document.bozo:
    sys.exit(f"feedparser: {document.bozo_exception}")
print(json.dumps([entry_to_dict(entry, document.feed) for entry in document.entries]))
