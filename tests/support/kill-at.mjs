// Loaded before a program, by `--import`: kills it just before the change to the disk whose number
// KILL_AT says. A file is written in two halves, so that there is a moment between them.
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const moment = Number(process.env.KILL_AT);
let changes = 0;

function beforeChange() {
  changes += 1;
  if (changes === moment) process.kill(process.pid, "SIGKILL");
}

const { open, ...others } = promises;

for (const name of ["mkdir", "rename", "rm"]) {
  promises[name] = async (...given) => {
    beforeChange();
    return await others[name](...given);
  };
}

promises.open = async (path, flags = "r", ...rest) => {
  if (flags !== "r") beforeChange();
  const handle = await open(path, flags, ...rest);
  const writeFile = handle.writeFile.bind(handle);
  handle.writeFile = async (bytes) => {
    const middle = Math.floor(bytes.length / 2);
    await writeFile(bytes.subarray(0, middle));
    beforeChange();
    await writeFile(bytes.subarray(middle));
  };
  return handle;
};

syncBuiltinESMExports();
