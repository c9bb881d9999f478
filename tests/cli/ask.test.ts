import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createAsker } from "../../src/cli/ask.ts";

/** A terminal at which somebody types, each key only after the question is there. */
function terminal(...keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const left = [...keys];
  let shown = "";
  output.on("data", (chunk) => {
    shown += chunk;
    const key = left.shift();
    if (key !== undefined) setTimeout(() => input.write(key), 5);
  });
  return { asker: createAsker(input, output), shown: () => shown };
}

const question = {
  message: "Address?",
  check: (answer: string) => (answer.startsWith("https:") ? undefined : "Expected https"),
};

test("gives the answer that was typed", async () => {
  const { asker, shown } = terminal("https://a.example", "\r");
  expect(await asker.text({ ...question, example: "https://example.com/" })).toBe(
    "https://a.example",
  );
  expect(shown()).toContain("Address?");
});

test("gives the answer that it began with", async () => {
  const { asker } = terminal("\r");
  expect(await asker.text({ ...question, initial: "https://b.example" })).toBe("https://b.example");
});

test("says what is wrong with an answer, and asks again", async () => {
  const { asker, shown } = terminal("http", "\r", "s:", "\r");
  expect(await asker.text(question)).toBe("https:");
  expect(shown()).toContain("Expected https");
});

test.each([
  { when: "yes", keys: ["\r"], answer: true },
  { when: "no", keys: ["n"], answer: false },
  { when: "leaving", keys: ["\u0003"], answer: undefined },
])("asks for yes and no: $when", async ({ keys, answer }) => {
  expect(await terminal(...keys).asker.confirm("Write it?")).toBe(answer);
});

test("who leaves has not answered", async () => {
  expect(await terminal("h", "\u0003").asker.text(question)).toBeUndefined();
});
