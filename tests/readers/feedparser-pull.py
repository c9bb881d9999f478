"""Pulls a feed with feedparser as programs do that poll: keeps ETag and date, prints JSON."""

import json
import pathlib
import sys

try:
    import feedparser
except ImportError:
    sys.exit('feedparser is missing: run "apt-get install python3-feedparser" first')

address, kept = sys.argv[1], pathlib.Path(sys.argv[2])
before = json.loads(kept.read_text()) if kept.exists() else {}
feed = feedparser.parse(address, etag=before.get("etag"), modified=before.get("modified"))
texts = [entry.get("summary", "") for entry in feed.entries] or before.get("texts", [])
after = {"etag": feed.get("etag"), "modified": feed.get("modified"), "texts": texts}
kept.write_text(json.dumps(after))
print(json.dumps(texts))
