/** The origin of an absolute address that was checked: the text up to its path. */
export function originOf(url: string): string {
  return url.slice(0, url.indexOf("/", "https://".length));
}
