import type { ProvisioningObjectSummary } from "@graph-sync/core";
import { addConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { ours } from "../../output/fields.ts";
import { moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { actionOf, errorCodeOf, statusOf } from "./entry-row.ts";
import {
  addLogFilterOptions,
  addUntilOption,
  allOf,
  from,
  logFilter,
  type LogFilterOptions,
  periodOf,
} from "./log-filter.ts";

interface SummaryOptions extends LogFilterOptions, JsonOptions {}

/** How many entries are alike. */
interface Count {
  readonly action: string;
  readonly status: string;
  readonly errorCode: string | null;
  readonly entries: number;
}

export const logsSummary: AnyVerb = verb<SummaryOptions>({
  words: "logs summary",
  args: "[app]",
  summary: "count what provisioning did, by action, status and error",
  details: "Of the last 24 hours, unless --since says otherwise.",
  example: "graph-sync logs summary Quillnote --since 7d",
  needs: ["servicePrincipals.list", "provisioningLogs.list"],
  options(command) {
    addLogFilterOptions(command);
    addUntilOption(command);
    addConnectionOptions(command);
    addJsonOption(command, ours(["action", "status", "errorCode", "entries"]));
  },
  async run({ args: [word], options, surroundings }) {
    const { stdout, now } = surroundings;
    const { since, until } = periodOf(options, now(), "24h");
    await inSession(options, surroundings, { words: "logs summary" }, async (session) => {
      const filter = allOf([await logFilter(session, word, options, until), from(since)]);
      const counts = await counted(session.client.auditLogs.provisioning({ filter, top: 500 }, session.call));
      const rows = counts.map(({ action, status, errorCode, entries }) => [
        String(entries),
        plain(action),
        plain(status),
        plain(errorCode),
      ]);
      const text = async (): Promise<string> =>
        `Since ${moment(since, now())}:\n${await columns(["ENTRIES", "ACTION", "STATUS", "ERROR"], rows)}`;
      await show({ value: counts, text }, options, stdout);
    });
  },
});

/** Counts as it reads, so that a long log needs no memory. The most frequent kind comes first. */
async function counted(entries: AsyncIterable<ProvisioningObjectSummary>): Promise<readonly Count[]> {
  const counts = new Map<string, Count>();
  for await (const entry of entries) {
    const action = lower(actionOf(entry));
    const status = lower(statusOf(entry));
    const code = errorCodeOf(entry);
    const errorCode = typeof code === "string" && code !== "" ? code : null;
    const key = JSON.stringify([action, status, errorCode]);
    counts.set(key, { action, status, errorCode, entries: (counts.get(key)?.entries ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.entries - a.entries);
}

/** Both spellings exist: `create` and `Create`. */
function lower(word: unknown): string {
  return typeof word === "string" ? word.charAt(0).toLowerCase() + word.slice(1) : "(not told)";
}
