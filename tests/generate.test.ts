import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadOptions } from "../src/config/load.ts";
import { resolveConfig } from "../src/config/resolve.ts";
import { generate, type Result } from "../src/generate.ts";
import { severityOf } from "../src/message.ts";
import { textOf } from "./support/output-file.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const names = (await readdir(fixtures)).toSorted();

const gate = {
  drafts: false,
  future: false,
  skipInvalid: false,
  now: new Date("2026-01-01T00:00:00Z"),
};

// A fixture folder holds what goes in (content, config) and what must come out (expected).
// `npx vitest run tests/generate.test.ts --update` writes what comes out today: read the difference.
describe.each(names)("the fixture %s", (name) => {
  test("gives the expected feeds and report", async () => {
    const { options, folder } = await loadOptions(join(fixtures, name));
    const result = await generate(resolveConfig(options, folder), gate);

    for (const output of [...result.outputs, ...result.sideFiles]) {
      const { path } = output;
      await expect(textOf(output)).toMatchFileSnapshot(join(folder, "expected", basenameOf(path)));
    }
    const report = `${JSON.stringify(toReport(result), null, 2)}\n`;
    await expect(report).toMatchFileSnapshot(join(folder, "expected", "report.json"));
  });
});

// The checks of standards and readers look for the usual names.
function basenameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

function toReport({ decisions, files }: Result): object {
  return {
    articles: decisions.map(({ reading, status }) => ({ source: reading.source, status })),
    messages: files.flatMap((file) =>
      file.messages.map((message) => ({
        place: `${file.path}:${message.line ?? "-"}:${message.column ?? "-"}`,
        severity: severityOf(message),
        rule: message.ruleId,
        reason: message.reason,
      })),
    ),
  };
}
