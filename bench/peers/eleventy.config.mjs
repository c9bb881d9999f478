import { feedPlugin } from "@11ty/eleventy-plugin-rss";

/**
 * The leanest Eleventy that gives a feed: no pages, no template language in the Markdown, RSS alone.
 * `BENCH_LIMIT` says how many articles stand in it; 0 is all of them.
 */
export default function configure(config) {
  config.setUseGitIgnore(false);
  config.addCollection("articles", (collections) => collections.getFilteredByGlob("**/*.md"));
  config.addPlugin(feedPlugin, {
    type: "rss",
    outputPath: "/rss.xml",
    collection: { name: "articles", limit: Number(process.env.BENCH_LIMIT) },
    metadata: {
      language: "en",
      title: "Bench",
      subtitle: "Bench",
      base: "https://bench.example/",
      author: { name: "Bench" },
    },
  });
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
