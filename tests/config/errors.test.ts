import { expect, test } from "vitest";
import { ConfigError, UsageError } from "../../src/config/errors.ts";

test.each([
  {
    when: "a place is known",
    error: new ConfigError("c.json", [{ reason: "Expected X", line: 3, column: 7 }]),
    message: "c.json:3:7: Expected X",
  },
  {
    when: "only the line is known",
    error: new ConfigError("c.json", [{ reason: "Expected X", line: 3 }]),
    message: "c.json:3: Expected X",
  },
  {
    when: "there are several mistakes",
    error: new ConfigError("c.json", [{ reason: "Expected X" }, { reason: "Expected Y" }]),
    message: "c.json: Expected X\nc.json: Expected Y",
  },
  {
    when: "there is no file",
    error: new ConfigError("", [{ reason: "Expected X" }]),
    message: "Expected X",
  },
])("a config error names the file when $when", ({ error, message }) => {
  expect(error.message).toBe(message);
});

test("a config error is a usage error that keeps its mistakes", () => {
  const cause = new Error("why");
  const error = new ConfigError("c.json", [{ reason: "Expected X" }], { cause });
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({ name: "ConfigError", file: "c.json", cause });
  expect(error.mistakes).toEqual([{ reason: "Expected X" }]);
});
