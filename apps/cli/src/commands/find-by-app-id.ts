import { type Caller, isGraphError, type OnRoot, type Operation } from "@graph-sync/core";
import type { App } from "./app.ts";

/** What the directory says of an app that was asked for by its appId. */
export interface Found {
  readonly id: string;
  readonly displayName: string | undefined;
}

/**
 * A service principal or an application by its appId, which is an alternate key of both.
 * https://learn.microsoft.com/graph/api/serviceprincipal-get
 * https://learn.microsoft.com/graph/api/application-get
 */
const getByAppId: Operation<
  "directory.getByAppId",
  OnRoot & { readonly appId: string; readonly query: { readonly select: readonly ["id", "displayName"] } },
  { readonly id?: unknown; readonly displayName?: unknown }
> = {
  id: "directory.getByAppId",
  method: "GET",
  path: "/{root}(appId='{appId}')",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * Looks whether an id that is no object id is an appId (client id). Undefined where it is none, or where it cannot be
 * known: the token may well not be allowed to look.
 */
export async function findByAppId(
  caller: Caller,
  { root, id: appId }: App,
  signal: AbortSignal,
): Promise<Found | undefined> {
  // Only a GUID can be an appId, and nothing else belongs between the quotes.
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId)) return undefined;
  try {
    const query = { select: ["id", "displayName"] } as const;
    const { id, displayName } = await caller.call(getByAppId, { ...root, appId, query }, { signal, timeoutMs: 10_000 });
    if (typeof id !== "string") return undefined;
    return { id, displayName: typeof displayName === "string" ? displayName : undefined };
  } catch (error) {
    if (!isGraphError(error) || signal.aborted) throw error;
    return undefined;
  }
}
