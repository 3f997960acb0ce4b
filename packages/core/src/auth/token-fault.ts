/** RFC 6750 §2.1. */
const tokenPattern = /^[A-Za-z0-9\-._~+/]+=*$/;

/** What is wrong with a token, as the end of a sentence that does not show it; undefined where nothing is. */
export function tokenFault(token: unknown): string | undefined {
  if (typeof token !== "string") return "is not text";
  if (token === "") return "is empty";
  if (/^bearer\s/i.test(token)) return 'begins with "Bearer": give the token alone';
  if (!tokenPattern.test(token)) return "has characters that no token has (a line break or a quote from copying it?)";
  return undefined;
}
