#!/usr/bin/env node
import { isatty } from "node:tty";
import { createAsker } from "./ask.ts";
import { run } from "./run.ts";

// A reader that has seen enough, as `head` has, is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  ask: isAttended() ? createAsker(process.stdin, process.stderr) : undefined,
  onInterrupt,
});

// Once: who asks again does not want to wait.
function onInterrupt(listener: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, listener);
}

// A machine that builds may have a terminal, but nobody sits at it. Its own streams would be opened
// to be asked, and standard input is seldom read.
function isAttended(): boolean {
  return isatty(0) && isatty(2) && !process.env["CI"];
}
