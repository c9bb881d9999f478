import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { adoptsFrom } from "./adopt-suite.ts";

const tool = { command: "hugo", debianPackage: "hugo" };

adoptsFrom({
  name: "hugo",
  publish: async (folder) => {
    const output = join(folder, "public");
    const env = {
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      TZ: "America/New_York",
      HUGO_DISABLEKINDS: "sitemap",
    };
    await toolOutput(tool, ["--quiet", "--source", folder, "--destination", output], { env });
    const paths = ["index.xml", "fr/index.xml", "ko/index.xml"];
    return await Promise.all(paths.map((path) => readFile(join(output, path), "utf8")));
  },
  // Pages without a date, and one that Hugo does not render: its entry has neither id nor address.
  strangers: [
    "https://example.org/site/top/about/",
    "https://example.org/site/fr/shelf/lost/",
    "Without a Page",
  ],
});
