import { type GraphRequest, type GraphResponse, isJsonObject, parseJson } from "@graph-sync/core";
import { lifetimeOf, type LifetimeTable } from "./lifetimes.ts";

/** An answer with a link to its next page is kept for no longer than this, because such links expire. */
const pageMs = 60_000;

/**
 * How long the answer to a GET may be given out, in milliseconds, by its row; 0 for not at all. The container of an app
 * holds its secrets, so it is only kept where `$select` leaves them out.
 */
export function requestLifetimeMs({ operation, url }: GraphRequest, lifetimes: LifetimeTable): number {
  const { id, keep } = operation;
  if (keep === "stable" || keep === "changing") return lifetimeOf(id, keep, lifetimes);
  return id === "synchronization.get" && leavesSecretsOut(url) ? lifetimeOf(id, "changing", lifetimes) : 0;
}

function leavesSecretsOut(url: string): boolean {
  const mark = url.indexOf("?");
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark));
  const options = [...query].map(([name, value]) => [name.toLowerCase(), value.toLowerCase()] as const);
  const select = options.filter(([name]) => name === "$select" || name === "select");
  return select.length === 1 && !options.some(([, value]) => /secrets|\*/.test(value)) && select[0]?.[1] !== "";
}

/**
 * How much of a lifetime an answer may use: 0 where it must not be kept. Nothing that carries credentials is, whatever
 * was asked for.
 */
export function answerLifetimeMs({ status, headers, body }: GraphResponse, lifetimeMs: number): number {
  if (status !== 200 || lifetimeMs === 0) return 0;
  const { "cache-control": control, vary } = headers;
  if ((control !== undefined && /no-store/i.test(control)) || vary?.includes("*") === true) return 0;
  if (hasSecrets(body)) return 0;
  return body.includes("@odata.nextLink") ? Math.min(lifetimeMs, pageMs) : lifetimeMs;
}

/**
 * Whether the client can use an answer: a sign-in page of a proxy, or a compressed body that ended too early (some
 * platforms accept one in silence), would be given out for as long as a good one.
 */
export function isUsable(body: string): boolean {
  const json = parseJson(body);
  return isJsonObject(json) && (json["value"] === undefined || Array.isArray(json["value"]));
}

/** Looked for in the text, which is much cheaper than a walk; a member whose name is written with `\uXXXX` counts as well. */
function hasSecrets(body: string): boolean {
  // Without its quote, of which a body has hundreds: half the time.
  const may = body.includes("secret") || body.includes("\\u");
  return may && /"(?:secrets"\s*:|secretText"\s*:\s*"|[^"\\]*\\u[^"]*"\s*:)/.test(body);
}
