import type { OperationInfo, Root, Version } from "@graph-sync/core";
import type { AnswerOptions } from "./options.ts";

/**
 * The `@odata.context` of an answer, https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html#sec_ContextURL
 *
 * It names the metadata document, and that one is Microsoft's: a caller's `Host` header has no part in it.
 */
export function contextUrls(
  { path }: Pick<OperationInfo, "path">,
  { root, version }: { readonly root: Root | undefined; readonly version: Version },
  { kind, context }: { readonly kind: "entity" | "collection" | "count" | "nothing"; readonly context?: string },
): (param: (name: string) => string, options: AnswerOptions) => string {
  const metadata = `https://graph.microsoft.com/${version}/$metadata#`;
  if (context !== undefined) return () => metadata + context;
  // The context of an entity is the set it is from, by whichever key.
  const set = kind === "entity" ? path.replace(/\/\{\w+\}$/u, "").replace(/\([^()]*\)$/u, "") : path;
  const suffix = kind === "entity" ? "/$entity" : "";
  // What stands between the parameters at even places, their names at odd ones.
  const parts = set
    .replace("{root}", root ?? "")
    .slice(1)
    .split(/\/\{(\w+)\}/u);
  return (param, options) => {
    const address = parts.map((part, index) => (index % 2 === 0 ? part : `(${literal(param(part))})`)).join("");
    return `${metadata}${address}${projection(options)}${suffix}`;
  };
}

function projection({ select, expand }: AnswerOptions): string {
  const names = [...(select ?? []), ...[...expand].map((name) => `${name}()`)];
  return names.length === 0 ? "" : `(${names.join(",")})`;
}

function literal(key: string): string {
  // Most are a GUID or a job's id.
  if (/^[\w.-]*$/u.test(key)) return `'${key}'`;
  const quoted = encodeURIComponent(key).replaceAll(/[()]/gu, (sign) => (sign === "(" ? "%28" : "%29"));
  return `'${quoted.replaceAll("'", "''")}'`;
}
