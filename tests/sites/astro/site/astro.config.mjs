// @ts-check
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

// https://astro.build/config
export default defineConfig({
  site: "https://example.com",
  base: "/garden",
  i18n: { defaultLocale: "en", locales: ["en", { path: "ko", codes: ["ko", "ko-KR"] }] },
  integrations: [mdx(), sitemap()],
});
