import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { comparesWith, type PeerArticle } from "./peer-suite.ts";

const tool = { command: "pelican", debianPackage: "pelican" };

const settings = `import os, sys
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from publishconf import *
DIRECT_TEMPLATES = ["listing"]
LISTING_SAVE_AS = "listing.txt"
THEME_TEMPLATES_OVERRIDES = [os.path.join(here, "templates")]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
`;

// What is no Markdown, we leave out.
const listing = `{% for original in articles %}
{% for article in [original] + original.translations if article.reader == "markdown" %}
{{ SITEURL }}/{{ article.url }} {{ article.date.isoformat() }}
{% endfor %}
{% endfor %}
`;

comparesWith({
  name: "pelican",
  files: { "peerconf.py": settings, "templates/listing.html": listing },
  build: async (folder) => {
    const output = join(folder, "output");
    const env = { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "America/New_York" };
    await toolOutput(tool, ["-s", join(folder, "peerconf.py"), "-o", output], { env });
    const lines = (await readFile(join(output, "listing.txt"), "utf8")).split("\n");
    return lines.filter((line) => line.trim() !== "").map(toArticle);
  },
});

function toArticle(line: string): PeerArticle {
  const [url = "", date = ""] = line.split(" ");
  return { url, date };
}
