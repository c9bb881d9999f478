import { VFile } from "vfile";
import type { Article } from "../model.ts";

/** An article that nobody reads, of what most articles are made of. */
export function trialArticle(): Article {
  const source = "trial.md";
  const url = "https://trial.example/trial/";
  return {
    source,
    file: new VFile({ path: source }),
    body: text.repeat(5),
    id: url,
    url,
    title: "Trial",
    published: new Date(0),
    authors: [{ name: "Trial" }],
    tags: ["trial"],
    enclosures: [],
  };
}

const text = `
## A heading with \`code\`

A paragraph with *emphasis*, **importance**, [a link](../other/ "and its title"), <https://trial.example/>,
a picture ![of something](picture.png), an \`inline()\` example and a line\\
break & an ampersand, <abbr title="and HTML">HTML</abbr>; https://trial.example/?a=b too, ~~not this~~.

- One
- Two
  - and a half

1. First
2. Second

> Someone said so.

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
const answer = 6 * 7;
\`\`\`
`;
