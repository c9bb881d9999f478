import type { Finding } from "../message.ts";
import type { Choice } from "./choose-feeds.ts";
import type { MovedGroup, PlacedGroup } from "./place-groups.ts";

/** The rule of what is said once, in the run that moves a feed. */
export const movedRule = "group-moved";

/** What there is to say of the folders of groups. */
export function findInFolders({ collisions, moves }: Choice): readonly Finding[] {
  return [...collisions.map(toCollision), ...moves.map(toMove)];
}

function toCollision(groups: readonly PlacedGroup[]): Finding {
  const places = groups.map(({ name, folder }) => `\`${name}\` in \`${folder}\``).join(" and ");
  return {
    severity: "warning",
    rule: "group",
    reason: `Expected groups whose folders differ, not ${places}; a mark tells them apart`,
    hint: "Write them as one (`feed.tagAliases`), or give one of them another name",
  };
}

function toMove({ by, name, folder, from }: MovedGroup): Finding {
  return {
    severity: "warning",
    rule: movedRule,
    reason: `Expected the feeds of the ${by} \`${name}\` to stay in \`${from}\`, not to move to \`${folder}\``,
    hint: "Of names that come to one folder the one with the oldest article has it: give that article back the date and tags that it had, write the names as one (`feed.tagAliases`), or redirect the old addresses",
  };
}
