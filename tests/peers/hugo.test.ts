import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { comparesWith } from "./peer-suite.ts";

const tool = { command: "hugo", debianPackage: "hugo" };

// Pages without a date are in Hugo's list too, and so are those that it does not render, which have
// no address; neither are articles.
const listing = `{{ $articles := slice }}
{{ range .Sites }}{{ range .RegularPages }}
  {{ if and .Permalink (not .Date.IsZero) }}
    {{ $date := .Date.Format "2006-01-02T15:04:05Z07:00" }}
    {{ $articles = $articles | append (dict "url" .Permalink "date" $date) }}
  {{ end }}
{{ end }}{{ end }}
{{ $articles | jsonify | safeHTML }}
`;

comparesWith({
  name: "hugo",
  files: { "layouts/index.html": listing, "layouts/_default/single.html": "" },
  build: async (folder) => {
    const output = join(folder, "public");
    // The zone of the machine is to have no say.
    const env = { PATH: process.env["PATH"] ?? "", HOME: folder, TZ: "America/New_York" };
    await toolOutput(tool, ["--quiet", "--source", folder, "--destination", output], { env });
    return JSON.parse(await readFile(join(output, "index.html"), "utf8"));
  },
});
