/** One challenge of a `WWW-Authenticate` header. */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** Names in lower case, no prototype. */
  readonly params: Readonly<Record<string, string>>;
}

/** Longer headers are not read; the longest claims known are a few hundred characters. */
const maxLength = 16_384;

const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;
const parameter =
  /[ \t]*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+\-.^_`|~0-9A-Za-z]+))/y;
const separator = /[ \t]*(?:,[ \t]*)*/y;

/**
 * Reads a `WWW-Authenticate` header (RFC 9110 §11.6.1): several challenges in one line, parameters in any order, quoted
 * strings with commas and escapes. It reads as far as the header is well formed.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  if (header.length > maxLength) return challenges;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(header);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  match(separator);
  for (let scheme = match(token); scheme !== null; scheme = match(token)) {
    // A record without prototype, so that a parameter called `__proto__` is only a parameter.
    const params = Object.create(null) as Record<string, string>;
    if (header[at] === " ") {
      match(/[ ]+/y);
      // A parameter is tried first: `a=b` could also begin a token68, whose padding is at its end.
      if (match(token68Alone(header, at)) === null) readParameters(match, params);
    }
    challenges.push({ scheme: scheme[0].toLowerCase(), params });
    match(separator);
  }
  return challenges;
}

/** The pattern of a token68 where one stands here and no parameter does; else one that matches nothing. */
function token68Alone(header: string, at: number): RegExp {
  parameter.lastIndex = at;
  return parameter.test(header) ? /(?!)/y : token68;
}

/** Parameters, with commas between them; a token without `=` begins the next challenge. */
function readParameters(match: (pattern: RegExp) => RegExpExecArray | null, params: Record<string, string>): void {
  for (let found = match(parameter); found !== null; found = match(parameter)) {
    const [, name = "", quoted, plain] = found;
    params[name.toLowerCase()] ??= quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    match(separator);
  }
}

/**
 * The claims that a refused request wants in its token, as JSON text; undefined where it does not ask for any.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsOf(header: string | undefined): string | undefined {
  for (const { scheme, params } of parseChallenges(header ?? "")) {
    const { claims } = params;
    if (scheme !== "bearer" || claims === undefined) continue;
    const json = decode(claims);
    if (json !== undefined) return json;
  }
  return undefined;
}

/** Base64 or base64url, of UTF-8, of a JSON object. */
function decode(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
