"""Prints the entries in newsboat's cache as JSON."""

import json
import sqlite3
import sys

QUERY = "SELECT guid, url, title, pubDate, author, content FROM rss_item"
NAMES = ("id", "link", "title", "published", "author", "content")

with sqlite3.connect(sys.argv[1]) as cache:
    print(json.dumps([dict(zip(NAMES, row)) for row in cache.execute(QUERY)]))
