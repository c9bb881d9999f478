import { describe, expect, test } from "vitest";
import { readAuthors } from "../../src/front-matter/authors.ts";
import { configOf, describeMessages, fieldsOf } from "../support/reading.ts";

const { site } = configOf({
  site: {
    url: "https://example.com/blog/",
    author: "Site",
    authors: {
      jane: { name: "Jane Doe", email: "jane@example.com", url: "https://jane.example/" },
      kim: { name: "Kim", avatar: "/kim.png" },
    },
  },
});

const jane = { name: "Jane Doe", email: "jane@example.com", url: "https://jane.example/" };
const kim = { name: "Kim", avatar: "https://example.com/blog/kim.png" };

describe("readAuthors", () => {
  test.each([
    ["author: Ann Lee", [{ name: "Ann Lee" }]],
    ["authors: [Ann, Bob]", [{ name: "Ann" }, { name: "Bob" }]],
    ["author: Lee, Ann", [{ name: "Lee, Ann" }]],
    ["author: jane", [jane]],
    ["author: ' kim '", [kim]],
    ["author: jane, kim", [jane, kim]],
    ["author: jane, ann", [jane, { name: "ann" }]],
    ["author: a, b", [{ name: "a" }, { name: "b" }]],
    ["author: Josh Aas, ISRG Executive Director", [{ name: "Josh Aas, ISRG Executive Director" }]],
    ["authors: Ann Lee, Bob Ray", [{ name: "Ann Lee" }, { name: "Bob Ray" }]],
    ["authors: Lee, Ann; Ray, Bob", [{ name: "Lee, Ann" }, { name: "Ray, Bob" }]],
    [
      'author: "[Ann Lee](https://ann.example)"',
      [{ name: "Ann Lee", url: "https://ann.example/" }],
    ],
    [
      'author: "[Ann](https://ann.example/), [Bob](https://bob.example/) and [Cy](https://cy.example/)"',
      [
        { name: "Ann", url: "https://ann.example/" },
        { name: "Bob", url: "https://bob.example/" },
        { name: "Cy", url: "https://cy.example/" },
      ],
    ],
    [
      'author: "Guest: [Ann Lee](https://ann.example/)"',
      [{ name: "Guest: Ann Lee", url: "https://ann.example/" }],
    ],
    [
      "author: <a class='x' href='https://ann.example/'>Ann Lee</a>",
      [{ name: "Ann Lee", url: "https://ann.example/" }],
    ],
    ['author: "[Ann](javascript:alert(1))"', [{ name: "[Ann](javascript:alert(1))" }]],
    ['author: "[Ann](mailto:ann@example.com)"', [{ name: "Ann" }]],
    [
      "author: Ann\nauthor_url: https://ann.example\nauthor_image_url: /ann.png",
      [
        {
          name: "Ann",
          url: "https://ann.example/",
          avatar: "https://example.com/blog/ann.png",
        },
      ],
    ],
    ["authors: [Ann, Bob]\nauthor_url: https://ann.example", [{ name: "Ann" }, { name: "Bob" }]],
    ["authors: [jane, Ann]", [jane, { name: "Ann" }]],
    ["author: Ann <ann@example.com>", [{ name: "Ann", email: "ann@example.com" }]],
    ["author: ann@example.com (Ann Lee)", [{ name: "Ann Lee", email: "ann@example.com" }]],
    ["author: ann@example.com", [{ name: "ann@example.com" }]],
    ["author: Vec<T>", [{ name: "Vec<T>" }]],
    ["author: '<AT&T> ]]>'", [{ name: "<AT&T> ]]>" }]],
    ['author: "שלום\\u0001 👩‍💻\\nLee"', [{ name: "שלום 👩‍💻 Lee" }]],
    ["author: 42", [{ name: "42" }]],
    ["author: constructor", [{ name: "constructor" }]],
    ["author: {name: Ann}", [{ name: "Ann" }]],
    [
      "author: {Name: Ann, Mail: ann@example.com, Website: https://ann.example, Picture: /ann.png}",
      [
        {
          name: "Ann",
          email: "ann@example.com",
          url: "https://ann.example/",
          avatar: "https://example.com/blog/ann.png",
        },
      ],
    ],
    [
      "author: {name: Ann, url: about/, image_url: //cdn.example/a.png}",
      [
        {
          name: "Ann",
          url: "https://example.com/blog/about/",
          avatar: "https://cdn.example/a.png",
        },
      ],
    ],
    ["author: {name: Ann, email: '', url: ~}", [{ name: "Ann" }]],
    ["author: {key: jane}", [jane]],
    [
      "author: {key: jane, name: Jane, url: https://other.example/}",
      [{ ...jane, name: "Jane", url: "https://other.example/" }],
    ],
    ["author: {key: nobody, name: Ann}", [{ name: "Ann" }]],
    ["authors:\n  - name: Ann\n  - jane\n  - Bob", [{ name: "Ann" }, jane, { name: "Bob" }]],
    ["authors: [Ann, Bob, Ann]", [{ name: "Ann" }, { name: "Bob" }]],
    ["authors: [Ann, ~, '']", [{ name: "Ann" }]],
    ["author: Ann\nauthors: [Ann, Bob]", [{ name: "Ann" }]],
    ["title: a", [{ name: "Site" }]],
    ["author:", [{ name: "Site" }]],
    ["authors: []", [{ name: "Site" }]],
    ["authors: [~, '']", [{ name: "Site" }]],
  ])("reads %j", (yaml, authors) => {
    const fields = fieldsOf(yaml);
    expect(readAuthors(fields, site)).toEqual(authors);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test.each([
    ["author: true", "2:9 error author Expected a name or a table with a `name`, not `true`"],
    [
      "authors: [Ann, [Bob]]",
      "2:16 error author Expected a name or a table with a `name`, not a list",
    ],
    [
      "authors:\n  - Ann\n  - false",
      "4:5 error author Expected a name or a table with a `name`, not `false`",
    ],
    [
      "author: {email: ann@example.com}",
      "2:9 error author Expected an author with a `name`, not a table",
    ],
    ["author: {name: ''}", "2:9 error author Expected an author with a `name`, not a table"],
    ["author: {key: nobody}", "2:9 error author Expected an author with a `name`, not a table"],
    ["author: {name: Ann, email: me}", "2:28 error author Expected an e-mail address, not `me`"],
    [
      "author: {name: Ann, email: 'mailto:a@b.example'}",
      "2:28 error author Expected an e-mail address, not `mailto:a@b.example`",
    ],
    ["author: {name: Ann, email: [a]}", "2:28 error author Expected an e-mail address, not a list"],
    [
      "author: {name: Ann, url: 'javascript:alert(1)'}",
      "2:26 error author Expected an http(s) address, not `javascript:alert(1)`",
    ],
    [
      "author: {name: Ann, url: 'http://a b/'}",
      "2:26 error author Expected an http(s) address, not `http://a b/`",
    ],
    [
      "author: {name: Ann, avatar: 'data:image/png,a'}",
      "2:29 error author Expected an http(s) address, not `data:image/png,a`",
    ],
    [
      "author: {name: Ann, avatar: true}",
      "2:29 error author Expected an http(s) address, not `true`",
    ],
  ])("says what is wrong with %j", (yaml, message) => {
    const fields = fieldsOf(yaml);
    readAuthors(fields, site);
    expect(describeMessages(fields.file)).toEqual([message]);
  });

  test("says two things of a name that is a list", () => {
    const fields = fieldsOf("author: {name: [Ann]}");
    expect(readAuthors(fields, site)).toEqual([]);
    expect(describeMessages(fields.file)).toEqual([
      "2:16 error author Expected text, not a list",
      "2:9 error author Expected an author with a `name`, not a table",
    ]);
  });
});
