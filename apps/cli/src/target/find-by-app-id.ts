import { type Caller, getApplicationByAppId, getServicePrincipalByAppId, isGraphError } from "@graph-sync/core";
import type { App } from "./chosen-app.ts";
import { isGuid } from "./guid.ts";

/** What the directory says of an app that was asked for by its appId. */
export interface Found {
  /** A GUID. */
  readonly id: string;
  readonly displayName: string | undefined;
}

/**
 * Looks whether an id that is no object id is an appId (client id). Undefined where it is none, or where it cannot be
 * known: the token may well not be allowed to look.
 */
export async function findByAppId(
  caller: Caller,
  { kind, id: appId }: App,
  signal: AbortSignal,
): Promise<Found | undefined> {
  // Only a GUID can be an appId, and nothing else belongs between the quotes.
  if (!isGuid(appId)) return undefined;
  try {
    const input = { appId, query: { select: ["id", "displayName"] } } as const;
    const options = { signal, timeoutMs: 10_000 };
    const { id, displayName } =
      kind === "application"
        ? await caller.call(getApplicationByAppId, input, options)
        : await caller.call(getServicePrincipalByAppId, input, options);
    // It becomes a part of a command that people paste into a shell.
    if (typeof id !== "string" || !isGuid(id)) return undefined;
    return { id, displayName: typeof displayName === "string" ? displayName : undefined };
  } catch (error) {
    if (!isGraphError(error) || signal.aborted) throw error;
    return undefined;
  }
}
