import type { Readable, Writable } from "node:stream";
import type { Asker } from "./io.ts";

/** Asks at a terminal. */
export function createAsker(input: Readable, output: Writable): Asker {
  return {
    text: async ({ message, example, initial, check }) => {
      const { isCancel, text } = await load();
      const answer = await text({
        message,
        input,
        output,
        ...(example === undefined ? {} : { placeholder: example }),
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (value) => check(value ?? ""),
      });
      return isCancel(answer) ? undefined : answer;
    },
    confirm: async (message) => {
      const { confirm, isCancel } = await load();
      const answer = await confirm({ message, input, output });
      return isCancel(answer) ? undefined : answer;
    },
  };
}

// Imported here: most runs ask nothing.
async function load() {
  return await import("@clack/prompts");
}
