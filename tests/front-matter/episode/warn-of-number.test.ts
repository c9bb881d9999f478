import { expect, test } from "vitest";
import { configOf, readText } from "../../support/reading.ts";

const told = "1:1 warning podcast Expected an episode with a number: the podcast is `serial`";

test.each([
  { type: "serial", stated: "", said: [told] },
  { type: "serial", stated: "episodeType: full\n", said: [told] },
  { type: "serial", stated: "episode: 1\n", said: [] },
  { type: "serial", stated: "episodeType: trailer\n", said: [] },
  { type: "serial", stated: "episodeType: bonus\n", said: [] },
  { type: "episodic", stated: "", said: [] },
  { type: undefined, stated: "", said: [] },
] as const)("in a $type podcast $stated is told of: $said", async ({ type, stated, said }) => {
  const sound = "audio: {url: 'https://cdn.example/a.mp3', length: 1, duration: 1}\n";
  const text = `---\ntitle: A\ndate: 2024-01-01\n${sound}${stated}---\nText`;
  const { messages } = await readText(text, "a.md", configOf({ podcast: { type } }));
  expect(messages).toEqual(said);
});

test("an article without a sound needs no number", async () => {
  const text = "---\ntitle: A\ndate: 2024-01-01\n---\nText";
  const { messages } = await readText(text, "a.md", configOf({ podcast: { type: "serial" } }));
  expect(messages).toEqual([]);
});
