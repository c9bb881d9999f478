import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "../../message.ts";
import { generator } from "../../write/generator.ts";
import type { Io } from "../io.ts";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import type { Manner } from "./report.ts";
import { nameFromRoot } from "./repository-path.ts";
import { ruleDescriptions } from "./rules.ts";

/** The messages as one SARIF log on stdout, for editors, GitLab and code scanning. */
export function reportSarif(
  outcome: Outcome,
  io: Io,
  manner: Pick<Manner, "folder" | "verbose">,
): void {
  const nameFile = nameFromRoot(io, manner);
  const messages = outcome.messages.filter(({ severity }) => severity !== "info" || manner.verbose);
  const log = toSarif({ ...outcome, messages }, (file) => {
    return toArtifact(nameFile(file), resolve(io.cwd, manner.folder, file));
  });
  io.stdout.write(`${JSON.stringify(log, null, 2)}\n`);
}

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
function toSarif(
  { convention, messages }: Outcome,
  locate: (file: string) => ReturnType<typeof toArtifact>,
) {
  const ids = [...new Set(messages.map(ruleOf))].toSorted();
  const located = messages.filter(({ file }) => file !== "");
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: generator.name,
            semanticVersion: generator.version,
            informationUri: generator.url,
            rules: ids.map(toRule),
          },
        },
        // §3.14.14: where the root lies is for who reads the log to know; it differs by machine.
        originalUriBaseIds: { [base]: { description: { text: "The repository's root" } } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            // It came to nothing where not even the convention is known.
            executionSuccessful: convention !== null,
            toolConfigurationNotifications: messages
              .filter(({ file }) => file === "")
              .map(toNotification),
          },
        ],
        results: located.map((message) => ({
          ruleId: ruleOf(message),
          ruleIndex: ids.indexOf(ruleOf(message)),
          level: levels[message.severity],
          message: toText(message),
          locations: [{ physicalLocation: toLocation(message, locate(message.file)) }],
        })),
      },
    ],
  } as const;
}

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const base = "%SRCROOT%";

const levels = {
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

// A plugin need not name one, but GitHub and GitLab want it.
function ruleOf({ rule }: ReportedMessage): string {
  return rule ?? "message";
}

// §3.49; what GitHub shows of a rule it wants in each of these places.
function toRule(id: string) {
  const says = { text: ruleDescriptions[id] ?? `A message of \`${id}\`.` };
  const helpUri = `${generator.url}#messages`;
  return { id, shortDescription: says, fullDescription: says, help: says, helpUri };
}

// §3.58: about the command, not about a file.
function toNotification(message: ReportedMessage) {
  return {
    descriptor: { id: ruleOf(message) },
    level: levels[message.severity],
    message: toText(message),
  };
}

// §3.11.5: single braces are for placeholders.
function toText({ reason, hint }: ReportedMessage) {
  const text = hint === null ? reason : `${reason}\n${hint}`;
  return { text: text.replace(/[{}]/g, "$&$&") };
}

function toLocation(
  { line, column }: ReportedMessage,
  artifactLocation: ReturnType<typeof toArtifact>,
) {
  // What is about the whole file stands at its start: GitHub shows nothing without a line.
  const region = { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) };
  return { artifactLocation, region };
}

// §3.4.4: below a base no path leads upwards.
function toArtifact(name: string, path: string) {
  if (name.startsWith("../")) return { uri: pathToFileURL(path).href };
  return { uri: toUri(name), uriBaseId: base };
}

// RFC 3986: a reference whose first part has a colon would have a scheme.
function toUri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
