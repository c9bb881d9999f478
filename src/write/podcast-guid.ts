import { createHash } from "node:crypto";

/**
 * The guid of a podcast: the UUID v5 (RFC 9562 §5.5) of its feed's address without the scheme and
 * without slashes at the end, in the namespace that the podcast namespace gives
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md).
 */
export function toPodcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/\/+$/, "");
  const hash = createHash("sha1").update(namespace).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = hash.toString("hex", 0, 16);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const namespace = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");
