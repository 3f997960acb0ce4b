import type { OperationInfo, Root, Version } from "@graph-sync/core";
import type { AnswerOptions } from "./options.ts";

/**
 * The `@odata.context` of an answer, https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html#sec_ContextURL
 *
 * It names the metadata document, and that one is Microsoft's: a caller's `Host` header has no part in it.
 */
export function contextUrl(
  operation: Pick<OperationInfo, "path">,
  place: { readonly root: Root | undefined; readonly version: Version },
  param: (name: string) => string,
  kind: "entity" | "collection",
  options: AnswerOptions,
): string {
  const segments = operation.path
    .replace("{root}", place.root ?? "")
    .replaceAll(/\/\{(\w+)\}/gu, (_, name: string) => `(${literal(param(name))})`)
    .slice(1);
  // The context of an entity is the set it is from, by whichever key.
  const path = kind === "entity" ? segments.replace(/\([^()]*\)$/u, "") : segments;
  const suffix = kind === "entity" ? "/$entity" : "";
  return metadataUrl(place.version, `${path}${projection(options)}${suffix}`);
}

/** What an answer is, in the metadata of a version. */
export function metadataUrl(version: Version, fragment: string): string {
  return `https://graph.microsoft.com/${version}/$metadata#${fragment}`;
}

function projection({ select, expand }: AnswerOptions): string {
  const names = [...(select ?? []), ...[...expand].map((name) => `${name}()`)];
  return names.length === 0 ? "" : `(${names.join(",")})`;
}

function literal(key: string): string {
  const quoted = encodeURIComponent(key).replaceAll(/[()]/gu, (sign) => (sign === "(" ? "%28" : "%29"));
  return `'${quoted.replaceAll("'", "''")}'`;
}
