import { defineCollection, reference } from "astro:content";
import { file, glob } from "astro/loaders";
import { z } from "astro/zod";

const CONTENT = "src/content";

const authors = defineCollection({
  loader: glob({ pattern: "**/[^_]*.json", base: `./${CONTENT}/authors` }),
  schema: z.object({ name: z.string(), url: z.string().optional() }),
});

const plants = defineCollection({ loader: file("src/data/plants.json") });

const blog = defineCollection({
  loader: glob({ pattern: ["**/[^_]*.{md,mdx}", "!**/_*/**"], base: `./${CONTENT}/blog` }),
  schema: ({ image }) =>
    z.object({
      title: z.string(),
      description: z.string().optional(),
      pubDate: z.coerce.date(),
      updatedDate: z.coerce.date().optional(),
      heroImage: image().optional(),
      draft: z.boolean().default(false),
      authors: z.array(reference("authors")).optional(),
      tags: z.array(z.string()).default([]),
    }),
});

export const collections = { authors, plants, blog };
