import { listAt } from "../../foreign/table.ts";
import { isOneOf } from "../path-parts.ts";
import type { PathFacts, Rules, SurveyedFile } from "../rules.ts";
import type { EleventyData } from "./data.ts";

/** Tags by which sites gather their posts. */
export const postTags = [
  "post",
  "posts",
  "blog",
  "blogpost",
  "blogposts",
  "blog-post",
  "blog-posts",
  "article",
  "articles",
];

/** Folders in which sites keep their posts. */
const postFolders = new Set([
  ...postTags,
  "_posts",
  "entries",
  "essays",
  "journal",
  "news",
  "notes",
  "til",
  "weblog",
  "writing",
  "writings",
]);

/**
 * Makes the reader of Eleventy's paths. Eleventy has pages alone: those that a tag marks as posts
 * are articles, and those in folders that are named for them.
 */
export function createEleventyPath({ defaults, programs }: EleventyData): Rules["survey"] {
  return (files) => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return (path, languages) => {
      const facts = readPath(path);
      const inherited = defaults.findLast(({ covers }) => covers(path))?.values["inheritedTags"];
      const tags = [...listAt({ inherited }, "inherited"), ...tagsOf(byPath.get(path))];
      const isPost = isInPostFolder(facts) || tags.some(isPostTag);
      return {
        ...facts,
        language: facts.folders.slice(0, 1).find(isOneOf(languages)),
        program: programs.find(({ covers }) => covers(path))?.path,
        other: isPost ? undefined : "a page of the site",
      };
    };
  };
}

// https://www.11ty.dev/docs/data-eleventy-supplied/#page-variable
function readPath(path: string): PathFacts {
  const segments = path.replace(/\.[^./]+$/, "").split("/");
  const filename = segments.at(-1) ?? "";
  const folders = segments.slice(0, -1);
  const stem = withoutDate(filename);
  const slug = stem === "index" ? withoutDate(folders.at(-1) ?? "") : stem;
  return {
    date: /\d{4}-\d{2}-\d{2}/.exec(path)?.[0],
    slug,
    folders,
    filename,
    // A text without front matter is a page too.
    fields: {
      "page.fileSlug": slug,
      "page.filePathStem": `/${[...folders, stem].join("/")}`,
    },
  };
}

function withoutDate(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}

// The page of such a folder itself lists what is in it.
function isInPostFolder({ folders, filename }: PathFacts): boolean {
  const above = filename === "index" ? folders.slice(0, -1) : folders;
  return above.some((name) => postFolders.has(name.toLowerCase()));
}

function tagsOf(file: SurveyedFile | undefined): readonly unknown[] {
  const { tags } = file?.read() ?? {};
  return typeof tags === "string" ? tags.split(",") : listAt({ tags }, "tags");
}

function isPostTag(tag: unknown): boolean {
  return typeof tag === "string" && postTags.includes(tag.trim().toLowerCase());
}
