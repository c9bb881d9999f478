import { expect, test } from "vitest";
import { runTool, toolOutput } from "./run-tool.ts";

const node = { command: process.execPath, debianPackage: "nodejs" };

test("a program gets its arguments, its environment and its input", async () => {
  const script = "process.stdin.pipe(process.stdout); console.log(process.argv[1], process.env.A)";
  const options = { env: { A: "b" }, stdinFile: import.meta.filename };
  const output = await toolOutput(node, ["-e", script, "a"], options);
  expect(output).toMatch(/^a b\nimport /);
});

test("a program that fails says so", async () => {
  const args = ["-e", "console.error('broken'); process.exit(3)"];
  expect(await runTool(node, args)).toEqual({ status: 3, stdout: "", stderr: "broken\n" });
  await expect(toolOutput(node, args)).rejects.toThrow("ended with 3: broken");
});

test("a program that is not installed names its package", async () => {
  const tool = { command: "feedwright-no-such-tool", debianPackage: "such-tools" };
  await expect(runTool(tool, [])).rejects.toThrow(
    'feedwright-no-such-tool is missing: run "apt-get install such-tools" first',
  );
});
