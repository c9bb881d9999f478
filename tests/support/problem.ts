/** A list with the problem where there is one, an empty one else. */
export function problemIf(wrong: boolean, problem: string): readonly string[] {
  return wrong ? [problem] : [];
}

/** The values that stand in a list more than once, each one time. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** What a value has to be, and what to say of one that is not. */
export interface ValueRule {
  readonly holds: (value: string) => boolean;
  readonly says: string;
}
