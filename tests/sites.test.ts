import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readExpected, readWholeSite, siteNames, sites } from "./support/sites.ts";

// Each is a site as its generator's documentation describes one, with no config for feedwright: what
// it must give (`expected.json`) was written from the documentation, and the tests in `peers` hold
// it against the real generators.
describe.each(siteNames)("the site of %s", (name) => {
  test("is recognised", async () => {
    const { site } = await readWholeSite(join(sites, name, "site"));

    expect(site.convention).toBe(name);
  });

  test("has every file accounted for, and the articles that its generator has", async () => {
    const expected = await readExpected(name);
    const { listed } = await readWholeSite(join(sites, name, "site"));

    expect(listed.map(({ source, status }) => `${status} ${source}`)).toEqual(
      expected.map(({ source, status }) => `${status} ${source}`),
    );
    expect(listed).toMatchObject(expected);
  });
});
