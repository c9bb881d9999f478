import * as v from "valibot";

// The parts of SARIF that are written, as its schema has them: no other property, these required.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
const text = v.strictObject({ text: v.pipe(v.string(), v.nonEmpty()) });
const level = v.picklist(["none", "note", "warning", "error"]);
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1));

// RFC 3986, §4.1
const uriReference = v.pipe(
  v.string(),
  v.regex(/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})+$/),
);

const rule = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  shortDescription: text,
  fullDescription: text,
  help: text,
  helpUri: v.pipe(v.string(), v.url()),
});

const artifactLocation = v.union([
  v.strictObject({
    // §3.4.3 and §3.4.4: relative, and no part of it leads upwards.
    uri: v.pipe(uriReference, v.regex(/^(?![a-z]+:|\/)(?!(?:.*\/)?\.\.(?:\/|$))/i)),
    uriBaseId: v.literal("%SRCROOT%"),
  }),
  v.strictObject({ uri: v.pipe(uriReference, v.startsWith("file:///")) }),
]);

const location = v.strictObject({
  physicalLocation: v.strictObject({
    artifactLocation,
    region: v.strictObject({ startLine: fromOne, startColumn: v.optional(fromOne) }),
  }),
});

const result = v.strictObject({
  ruleId: v.string(),
  ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  level,
  message: text,
  locations: v.tuple([location]),
});

const run = v.strictObject({
  tool: v.strictObject({
    driver: v.strictObject({
      name: v.literal("feedwright"),
      semanticVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
      informationUri: v.pipe(v.string(), v.url()),
      rules: v.array(rule),
    }),
  }),
  originalUriBaseIds: v.strictObject({ "%SRCROOT%": v.strictObject({ description: text }) }),
  columnKind: v.literal("utf16CodeUnits"),
  invocations: v.tuple([
    v.strictObject({
      executionSuccessful: v.boolean(),
      toolConfigurationNotifications: v.array(
        v.strictObject({ descriptor: v.strictObject({ id: v.string() }), level, message: text }),
      ),
    }),
  ]),
  results: v.array(result),
});

const log = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal("2.1.0"),
  runs: v.tuple([run]),
});

/** A SARIF log. */
export type SarifRun = v.InferOutput<typeof run>;

/**
 * Reads a SARIF log.
 *
 * @throws where it is none: another shape, or results that point at another rule.
 */
export function readSarif(json: string): SarifRun {
  const [only] = v.parse(log, JSON.parse(json)).runs;
  const ids = only.tool.driver.rules.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error(`Expected each rule once: ${ids}`);
  for (const { ruleId, ruleIndex } of only.results) {
    if (ids[ruleIndex] !== ruleId) throw new Error(`Expected the rule ${ruleId} at ${ruleIndex}`);
  }
  return only;
}
