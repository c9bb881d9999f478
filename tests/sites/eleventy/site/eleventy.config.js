export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("pictures");
}

export const config = {
  dir: { input: "src", output: "_site" },
  pathPrefix: "/tides/",
};
