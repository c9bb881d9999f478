import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { comparesWith, type PeerArticle } from "./peer-suite.ts";

const tool = { command: "jekyll", debianPackage: "jekyll" };

// jekyll-feed leaves drafts out; what is no Markdown, leads elsewhere or has no date, we do.
const listing = `---
---
{% assign documents = site.posts | concat: site.recipes -%}
{% for document in documents -%}
  {% unless document.draft or document.redirect_to or document.ext == ".textile" -%}
    {% unless document.date == site.time -%}
      {{ document.url | absolute_url }} {{ document.date | date_to_xmlschema }}
    {% endunless -%}
  {% endunless -%}
{% endfor -%}
`;

comparesWith({
  name: "jekyll",
  files: { "listing.txt": listing },
  build: async (folder) => {
    const output = join(folder, "_site");
    // The zone of the machine is to have no say.
    const env = { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "America/New_York" };
    await toolOutput(tool, ["build", "--source", folder, "--destination", output], { env });
    const lines = (await readFile(join(output, "listing.txt"), "utf8")).split("\n");
    return lines
      .map((line) => line.trim())
      .filter(Boolean)
      .map(toArticle);
  },
});

function toArticle(line: string): PeerArticle {
  const [url = "", date = ""] = line.split(" ");
  return { url, date };
}
