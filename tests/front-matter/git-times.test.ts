import { chmod, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGitTimes } from "../../src/front-matter/git-times.ts";
import { commitAll, git } from "../support/repository.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const [first, second, third, fourth] = [
  "2020-01-01T12:00:00+09:00",
  "2021-01-01T12:00:00Z",
  "2022-01-01T12:00:00Z",
  "2023-01-01T12:00:00Z",
];

async function timesOf(folder: string): Promise<Record<string, readonly string[]>> {
  const times = await createGitTimes(folder)();
  return Object.fromEntries(
    [...times].map(([path, { created, modified }]) => {
      return [path, [created?.toISOString() ?? "", modified.toISOString()]];
    }),
  );
}

test("knows when files were added and changed, by the authors' clocks", async () => {
  const folder = await makeFolder({ "a.md": "1", "b ü\n.md": "1", "2024": "1" });
  await commitAll(folder, first);
  await addFiles(folder, { "a.md": "2" });
  await commitAll(folder, second);

  expect(await timesOf(folder)).toEqual({
    "a.md": ["2020-01-01T03:00:00.000Z", "2021-01-01T12:00:00.000Z"],
    "b ü\n.md": ["2020-01-01T03:00:00.000Z", "2020-01-01T03:00:00.000Z"],
    "2024": ["2020-01-01T03:00:00.000Z", "2020-01-01T03:00:00.000Z"],
  });
});

test("follows a file through its names, and tells it from another of the same name", async () => {
  const text = "A text that is long enough to be known again.\n".repeat(9);
  const folder = await makeFolder({ "a.md": text });
  await commitAll(folder, first);
  await rename(join(folder, "a.md"), join(folder, "b.md"));
  await commitAll(folder, second);
  await rename(join(folder, "b.md"), join(folder, "c.md"));
  await addFiles(folder, { "a.md": "new" });
  await commitAll(folder, third);
  await addFiles(folder, { "c.md": `${text}More.\n` });
  await commitAll(folder, fourth);

  expect(await timesOf(folder)).toMatchObject({
    "a.md": ["2022-01-01T12:00:00.000Z", "2022-01-01T12:00:00.000Z"],
    "c.md": ["2020-01-01T03:00:00.000Z", "2023-01-01T12:00:00.000Z"],
  });
});

test("follows a file that took the name of another", async () => {
  const text = "A text that is long enough to be known again.\n".repeat(9);
  const folder = await makeFolder({ "a.md": text });
  await commitAll(folder, first);
  await addFiles(folder, { "b.md": "1" });
  await commitAll(folder, second);
  await rm(join(folder, "b.md"));
  await commitAll(folder, third);
  await rename(join(folder, "a.md"), join(folder, "b.md"));
  await commitAll(folder, fourth);

  expect(await timesOf(folder)).toMatchObject({
    "b.md": ["2020-01-01T03:00:00.000Z", "2023-01-01T12:00:00.000Z"],
  });
});

test("takes a file that came back for a new one", async () => {
  const folder = await makeFolder({ "a.md": "1", "b.md": "1" });
  await commitAll(folder, first);
  await rm(join(folder, "a.md"));
  await commitAll(folder, second);
  await addFiles(folder, { "a.md": "1" });
  await commitAll(folder, third);

  expect(await timesOf(folder)).toMatchObject({
    "a.md": ["2022-01-01T12:00:00.000Z", "2022-01-01T12:00:00.000Z"],
  });
});

test("counts paths from the folder, not from the repository", async () => {
  const folder = await makeFolder({ "src/a.md": "1", "b.md": "1" });
  await commitAll(folder, second);

  expect(Object.keys(await timesOf(join(folder, "src")))).toEqual(["a.md"]);
});

test("asks git once", async () => {
  const folder = await makeFolder({ "a.md": "1" });
  await commitAll(folder, second);
  const readTimes = createGitTimes(folder);

  expect(await readTimes()).toBe(await readTimes());
});

test("knows nothing where there is no repository, no commit or no whole history", async () => {
  const none = await makeFolder({ "a.md": "1" });
  const empty = await makeFolder({ "a.md": "1" });
  await git(empty, ["init", "--quiet"]);
  const whole = await makeFolder({ "a.md": "1" });
  await commitAll(whole, first);
  await addFiles(whole, { "a.md": "2" });
  await commitAll(whole, second);
  const shallow = await makeFolder();
  await git(shallow, ["clone", "--quiet", "--depth", "1", `file://${whole}`, "."]);

  expect(await timesOf(none)).toEqual({});
  expect(await timesOf(empty)).toEqual({});
  expect(await timesOf(shallow)).toEqual({});
  expect(Object.keys(await timesOf(whole))).toEqual(["a.md"]);
});

test("runs no program that the repository names", async () => {
  const folder = await makeFolder({ "a.md": "1", "gpg.sh": gpg });
  const program = join(folder, "gpg.sh");
  await chmod(program, 0o755);
  await git(folder, ["init", "--quiet"]);
  await git(folder, ["config", "gpg.program", program]);
  await git(folder, ["config", "log.showSignature", "true"]);
  await git(folder, ["config", "commit.gpgSign", "true"]);
  await commitAll(folder, first);
  await rm(`${program}.ran`);

  expect(Object.keys(await timesOf(folder))).toContain("a.md");
  expect(await readdir(folder)).toEqual([".git", "a.md", "gpg.sh"]);
});

// Signs and checks everything, and leaves a trace.
const gpg = `#!/bin/sh
touch "$0.ran"
cat > /dev/null
echo "[GNUPG:] SIG_CREATED " >&2
echo "-----BEGIN PGP SIGNATURE-----"
echo "-----END PGP SIGNATURE-----"
`;
