import { conventions } from "../../config/conventions/conventions.ts";
import type { ReportedConvention } from "../outcome.ts";

/** Whose conventions the articles follow, and why; no line where no generator was recognised. */
export function describeConvention(convention: ReportedConvention | null): readonly string[] {
  if (!convention || convention.name === "plain") return [];
  const { title } = conventions[convention.name];
  const whose = title.endsWith("s") ? `${title}'` : `${title}'s`;
  const why = convention.reason === null ? "as the config says" : `because of ${convention.reason}`;
  return [`${whose} conventions, ${why}`];
}
