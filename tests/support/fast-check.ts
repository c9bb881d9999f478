import fc from "fast-check";

/*
 * The seed of the property tests: a change is judged by the same cases each time. To look further,
 * give another: `FAST_CHECK_SEED=$RANDOM npx vitest run tests/properties`.
 */
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_240_731) });

export * from "fast-check";
export { fc };
