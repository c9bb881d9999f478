import type { ServedFile } from "./served-file.ts";

/**
 * `.nojekyll`, by which GitHub Pages gives out the files as they are
 * (https://docs.github.com/pages/getting-started-with-github-pages/about-github-pages). It takes no
 * headers: it sends XML as `application/xml`, lets every origin read, and knows ETag and gzip.
 */
export function composeGithubPages(_: readonly ServedFile[], mark: string): string {
  return `${mark}\n`;
}
