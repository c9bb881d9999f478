import { VFile } from "vfile";
import { addMessage } from "../message.ts";
import { findSources, type Search, type Source, type Sources } from "./find-sources.ts";

/**
 * The articles' files, in an order that no file system can change. None is read. Links that look
 * like articles are told.
 *
 * @param sources what was found already
 * @throws UsageError where the folder cannot be read or holds no article.
 */
export async function discover(search: Search, sources?: Sources): Promise<readonly VFile[]> {
  const { folder, found } = sources ?? (await findSources(search));
  return found.map((one) => toFile(folder, one));
}

function toFile(folder: string, found: Source): VFile {
  const file = new VFile({ cwd: folder, path: found.path });
  // What an array grows into has room for seventeen.
  file.history = [...file.history];
  if (!found.isLink) {
    file.data.stated = found;
    return file;
  }
  addMessage(file, {
    severity: "warning",
    rule: "symbolic-link",
    reason: `Expected a ${found.leadsAway ? "folder" : "file"}, not a symbolic link`,
    hint: "Links are not followed; move what it leads to into the content folder, or name it in `content.exclude`",
  });
  return file;
}
