import { test } from "vitest";
import type { ConventionName } from "../../src/config/conventions/convention-names.ts";
import type { Options } from "../../src/config/options.ts";
import { fc } from "../support/fast-check.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { type Damage, ModelSite, type Run } from "./model-site.ts";

/** Whatever happened before, what is built is what would be built without a cache. */

/** Milliseconds; a slow machine takes some of it. */
const timeout = 300_000;

const paths = ["a.md", "b.md", "sub/c.md", "sub/d.md", "2024-05-05-e.md", "sub/_index.md"].map(
  (name) => `content/${name}`,
);

/** Links to all the others, by every kind of name. */
const links = "[a](/a.md) [b](b.md) [c](c.md) [d](/sub/d.md#x) {% post_url 2024-05-05-e %}";

// Texts of one length, and of others, each with something of its own to get wrong.
const texts = {
  plain: article("title: Plain\ndate: 2024-01-01"),
  sameLength: article("title: Plein\ndate: 2024-01-02"),
  other: article("title: Other\ndate: 2024-03-01\ntags: [x, y]", "Other *text*"),
  linking: article("title: Linking\ndate: 2024-02-01", `${links} $x^2$`),
  linkingSameLength: article("title: Linking\ndate: 2024-02-02", links),
  moved: article("title: Moved\ndate: 2024-02-03\nslug: moved"),
  movedAgain: article("title: Moved\ndate: 2024-02-03\nslug: mover"),
  duplicate: article("title: Same\ndate: 2024-02-04\nid: same"),
  draft: article("title: Draft\ndate: 2024-01-03\ndraft: true"),
  unfinished: article("title: Draft\ndate: never\ndraft: true"),
  invalid: article("title: Invalid\ndate: never"),
  future: article("title: Future\ndate: 2027-01-01"),
  updated: article("title: Updated\ndate: 2024-01-04\nupdated: 2026-06-01"),
  expiring: article("title: Expiring\ndate: 2024-01-05\nexpiryDate: 2026-06-01"),
  later: article("title: Later\ndate: 2024-01-06\npublishDate: 2026-06-01"),
  warned: article("date: 2024-01-07\nupdated: 2020-01-01", "Text {{< tweet >}} {% x %}"),
  wrongTags: article("title: Tags\ntags: [1, [2]]\ndate: 2024-01-07"),
  deep: article("title: Deep\ndate: 2024-04-01", "> ".repeat(3000)),
  medium: article("title: Medium\ndate: 2024-01-08\nenclosure: /a.mp3"),
  section: article("title: Section\ncascade: { author: Ann, tags: [z] }"),
  page: "No front matter\n",
  empty: "",
};

function article(head: string, body = "Text"): string {
  return `---\n${head}\n---\n\n## Heading\n\n${body}\n`;
}

const text = fc.constantFrom(...Object.values(texts));
const path = fc.constantFrom(...paths);

// One at a time: each has to count.
const options: fc.Arbitrary<Options> = fc.constantFrom<Options>(
  { site: { title: "Two" } },
  { site: { timezone: "Asia/Seoul" } },
  { site: { author: "Ann" } },
  { content: { convention: "hugo" } },
  { content: { convention: "plain" } },
  { content: { permalink: "/:year/:slug/" } },
  { feed: { limit: 2 } },
  { feed: { limit: "all" } },
  { feed: { content: "summary" } },
  { feed: { content: "full" } },
  { feed: { markdown: true } },
  { feed: { formats: ["rss"] } },
  { feed: { formats: ["json", "atom"] } },
  { feed: { formats: ["rss", "atom", "json"] } },
  { feed: { ttl: 5 } },
  { feed: { groups: ["tag", "section"] } },
  { feed: { groups: ["author"] } },
  { feed: { archives: true } },
  { markdown: { parser: "satteri" } },
  { markdown: { parser: "remark" } },
  { markdown: { math: true } },
  { markdown: { shortcodes: { tweet: "a" } } },
  { markdown: { shortcodes: { tweet: "b" } } },
  { cache: { maxSize: 1 } },
  { ledger: false },
);

const usual: Run = {
  now: "2026-01-01",
  reporter: "text",
  flags: ["--skip-invalid"],
  isLate: true,
};

const anyRun: fc.Arbitrary<Run> = fc.record({
  now: fc.constantFrom("2025-01-01", "2026-01-01", "2026-06-01", "2028-01-01"),
  reporter: fc.constantFrom("json", "text"),
  flags: fc.constantFrom(["--skip-invalid"], ["--skip-invalid", "--drafts"], ["--future"], []),
  isLate: fc.boolean(),
});

// Mostly the same, so that there is something to recall.
const run = fc.oneof(
  { weight: 4, arbitrary: fc.constant(usual) },
  { weight: 2, arbitrary: fc.constant<Run>({ ...usual, reporter: "json" }) },
  { weight: 3, arbitrary: anyRun },
);

type Step = (site: ModelSite) => Promise<void>;

/** A step, told by its name where a sequence fails. */
function step<Given>(
  name: string,
  given: fc.Arbitrary<Given>,
  act: (site: ModelSite, given: Given) => Promise<void>,
): fc.Arbitrary<Step> {
  return given.map((value) => {
    const named: Step = async (site) => await act(site, value);
    return Object.assign(named, { [fc.toStringMethod]: () => `${name} ${fc.stringify(value)}` });
  });
}

const output = fc.constantFrom("dist/rss.xml", "dist/atom.xml", "dist/feed.json");
const damages = fc.constantFrom<Damage>("flip", "flip", "cut", "rubbish", "folder");

const steps: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 8,
    arbitrary: step("edit", fc.tuple(path, text), (site, [name, value]) => {
      return site.put({ [name]: value });
    }),
  },
  {
    weight: 2,
    arbitrary: step("rename", fc.tuple(path, path), (site, [from, to]) => site.rename(from, to)),
  },
  { weight: 2, arbitrary: step("remove", path, (site, name) => site.remove(name)) },
  { weight: 2, arbitrary: step("restore", path, (site, name) => site.restore(name)) },
  {
    weight: 2,
    arbitrary: step("touch", fc.tuple(path, fc.nat({ max: 3 })), (site, [name, day]) => {
      return site.touch(name, 1_700_000_000 + day * 86_400);
    }),
  },
  {
    weight: 1,
    arbitrary: step("change media", fc.nat({ max: 3 }), (site, size) => {
      return site.put({ "content/a.mp3": "x".repeat(size) });
    }),
  },
  { weight: 3, arbitrary: step("configure", options, (site, value) => site.configure(value)) },
  { weight: 1, arbitrary: step("edit a feed", output, (site, name) => site.meddle(name, "")) },
  { weight: 1, arbitrary: step("remove a feed", output, (site, name) => site.meddle(name)) },
  { weight: 1, arbitrary: step("lose the cache", fc.constant(0), (site) => site.loseCache()) },
  {
    weight: 2,
    arbitrary: step("damage", fc.tuple(fc.nat(), damages, fc.nat()), (site, [at, how, place]) => {
      return site.damage(at, how, place);
    }),
  },
  { weight: 6, arbitrary: step("build", run, (site, given) => site.build(given)) },
];

async function makeSite(convention: ConventionName): Promise<ModelSite> {
  const site = new ModelSite(await makeFolder({ "feedwright.config.json": "{}" }));
  const kinds = [
    texts.plain,
    texts.linking,
    texts.moved,
    texts.warned,
    texts.future,
    texts.section,
  ];
  await site.put(Object.fromEntries(kinds.map((value, index) => [paths[index] ?? "", value])));
  await site.put({ "content/z.md": texts.other });
  await site.configure({
    site: { url: "https://example.com/", title: "One" },
    content: { convention },
    feed: { limit: 4 },
  });
  return site;
}

test("whatever happens between builds, they give what a build without a cache gives", {
  timeout,
}, async () => {
  const begin = fc.constantFrom<ConventionName>("plain", "hugo");
  const sequence = fc.array(fc.tuple(fc.oneof(...steps), run), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(begin, sequence, async (convention, sequenceOfSteps) => {
      const site = await makeSite(convention);
      await site.build(usual);
      for (const [act, given] of sequenceOfSteps) {
        await act(site);
        await site.build(given);
      }
    }),
    { numRuns: 25 },
  );
});
