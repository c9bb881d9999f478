import type * as Preset from "@docusaurus/preset-classic";
import type { Config } from "@docusaurus/types";
import { themes as prismThemes } from "prism-react-renderer";

const organizationName = "lighthouse";
const projectName = "lantern";

const config: Config = {
  title: "Lantern",
  tagline: "Les nouvelles du phare",
  favicon: "img/favicon.ico",
  url: `https://${organizationName}.github.io`,
  baseUrl: `/${projectName}/`,
  trailingSlash: false,
  organizationName,
  projectName,
  onBrokenLinks: process.env.CI ? "throw" : "warn",
  i18n: {
    defaultLocale: "fr",
    locales: ["fr", "en"],
  },
  presets: [
    [
      "classic",
      {
        docs: { sidebarPath: "./sidebars.ts" },
        blog: {
          path: "nouvelles",
          routeBasePath: "news",
          showReadingTime: true,
          feedOptions: { type: ["rss", "atom"], xslt: true },
          onInlineTags: "ignore",
          exclude: ["**/_*.{js,jsx,ts,tsx,md,mdx}", "**/_*/**", "**/__tests__/**", "archive/**"],
        },
        theme: { customCss: "./src/css/custom.css" },
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    navbar: { title: "Lantern", items: [{ to: "/news", label: "Nouvelles", position: "left" }] },
    prism: { theme: prismThemes.github, darkTheme: prismThemes.dracula },
  } satisfies Preset.ThemeConfig,
};

export default config;
