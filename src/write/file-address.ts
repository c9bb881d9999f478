import { resolveAddress } from "../address.ts";

/** The address of a page of the output folder: an `index.html` is its folder to those who visit it. */
export function pageAddressOf(path: string, siteUrl: string): string {
  return addressOf(path, siteUrl).replace(/\/index\.html$/, "/");
}

/** The address of a file of the output folder. */
export function addressOf(path: string, siteUrl: string): string {
  return resolveAddress(path.split("/").map(encodeURIComponent).join("/"), siteUrl) ?? siteUrl;
}
