// Writes schema.json from the options that the compiled program knows: `npm run schema`.
import { writeFileSync } from "node:fs";
import { optionsSchema } from "../lib/config/options.js";
import { composeSchema } from "./compose-schema.mjs";

writeFileSync(new URL("../schema.json", import.meta.url), composeSchema(optionsSchema));
