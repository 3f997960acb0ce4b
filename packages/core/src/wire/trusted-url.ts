import { UntrustedLinkError } from "../errors/untrusted-link-error.ts";

/**
 * Checks an absolute address that did not come from the contract (`nextLink`, `Location`, a plugin's change) before
 * any socket is opened: it must parse to the configured origin and a `/v1.0/` or `/beta/` path, since the token goes
 * wherever it leads.
 * @throws UntrustedLinkError
 */
export function checkTrustedUrl(url: string, origin: string): void {
  // The text itself must be plain, for a parser mends what a transport would send as it stands: blanks, backslashes, slashes.
  const plain = /^https?:\/\/[^/\\?#\s@]+\/[^\s\\#]*$/i.test(url);
  const parsed = plain && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.origin === origin && /^\/(v1\.0|beta)\//.test(parsed.pathname)) return;
  const where =
    parsed === undefined ? "an address that cannot be parsed" : `${parsed.origin}${parsed.pathname.slice(0, 64)}`;
  throw new UntrustedLinkError(
    `Nothing was sent to ${where}: only paths below ${origin}/v1.0/ and ${origin}/beta/ are trusted with the token.`,
  );
}
