import { toJsonSchema } from "@valibot/to-json-schema";

/**
 * Composes the JSON Schema by which editors complete and check a config file.
 *
 * @param {import("valibot").GenericSchema} options what a config file may say
 * @returns {string} the file's text
 */
export function composeSchema(options) {
  // What a schema cannot say (a time zone that exists) is checked when feedwright runs.
  const { $schema, ...rest } = toJsonSchema(options, {
    typeMode: "input",
    errorMode: "ignore",
    overrideSchema: withoutFunctions,
  });
  const schema = {
    $schema,
    title: "feedwright config",
    description: "What feedwright.config.json, or the key feedwright of package.json, may say",
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

// Of several forms of a value those that JSON can hold: a plugin is a name there, not a function.
function withoutFunctions({ valibotSchema, jsonSchema }) {
  if (valibotSchema.type !== "union") return undefined;
  const forms = jsonSchema.anyOf.filter((form) => Object.keys(form).length > 0);
  return forms.length === 1 ? forms[0] : { ...jsonSchema, anyOf: forms };
}
