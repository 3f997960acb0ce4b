import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ReadSecret } from "./secret-set.ts";

/** What an app is set to. Null: the service does not say, and its own default holds. */
export interface Settings {
  /** Who is in scope at all, before scoping filters: everybody, or only who is assigned to the app. */
  readonly scope: "all" | "assigned" | null;
  readonly notify: { readonly enabled: boolean | null; readonly recipients: string | null };
  /** More deletions than this in one cycle are held back. */
  readonly deleteThreshold: { readonly enabled: boolean | null; readonly value: number | null };
  /** Whether accounts stay as they are when they leave the scope. */
  readonly skipOutOfScopeDeletions: boolean | null;
}

/** The settings among the secrets. https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair */
export function settingsIn(secrets: readonly ReadSecret[]): Settings {
  const syncAll = truth(valueOf(secrets, "SyncAll"));
  const notification = parseJson(valueOf(secrets, "SyncNotificationSettings") ?? "");
  const { Enabled, Recipients, DeleteThresholdEnabled, DeleteThresholdValue }: JsonObject = isJsonObject(notification)
    ? notification
    : {};
  return {
    scope: syncAll === null ? null : syncAll ? "all" : "assigned",
    notify: { enabled: truth(Enabled), recipients: typeof Recipients === "string" ? Recipients : null },
    deleteThreshold: {
      enabled: truth(DeleteThresholdEnabled),
      value: typeof DeleteThresholdValue === "number" ? DeleteThresholdValue : null,
    },
    skipOutOfScopeDeletions: truth(valueOf(secrets, "SkipOutOfScopeDeletions")),
  };
}

/** `true`, `True` and true are all in use. */
function truth(value: unknown): boolean | null {
  const word = String(value).toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}

function valueOf(secrets: readonly ReadSecret[], key: string): string | undefined {
  return secrets.find((pair) => pair.key === key)?.value ?? undefined;
}

/** The notification settings with some members changed; members that nobody here knows stay. */
export function notificationWith(secrets: readonly ReadSecret[], members: JsonObject): string {
  const text = valueOf(secrets, "SyncNotificationSettings");
  const before = text === undefined ? {} : parseJson(text);
  if (!isJsonObject(before)) {
    throw new Refusal(
      exitCodes.failed,
      "The app's SyncNotificationSettings is no JSON object, so it cannot be changed without losing something.",
      "graph-sync secret set <app> --secret SyncNotificationSettings=file:F writes it anew.",
    );
  }
  return JSON.stringify({ ...before, ...members });
}
