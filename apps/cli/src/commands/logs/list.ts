import { toArray } from "@graph-sync/core";
import { InvalidArgumentError, Option } from "commander";
import { addConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { entryFields } from "../../output/graph-fields.ts";
import { jsonLine } from "../../output/json.ts";
import { addJsonOption, columns, type JsonOptions, picked } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { entryHeading, entryRow } from "./entry-row.ts";
import {
  addLogFilterOptions,
  addUntilOption,
  allOf,
  from,
  logFilter,
  type LogFilterOptions,
  periodOf,
} from "./log-filter.ts";

interface ListOptions extends LogFilterOptions, JsonOptions {
  readonly limit: number;
}

/** The service hands out no more at once. */
const mostPerPage = 500;

export const logsList: AnyVerb = verb<ListOptions>({
  words: "logs list",
  args: "[app]",
  summary: "list what provisioning did, the newest first",
  details: "The logs are 5 to 10 minutes late and kept for 30 days. With --json each entry is a line (NDJSON).",
  example: "graph-sync logs list Quillnote --status failure --since 24h",
  needs: ["servicePrincipals.list", "provisioningLogs.list"],
  options(command) {
    command.addOption(
      new Option("--limit <number>", "so many entries at the most").argParser(positive).default(100, "100"),
    );
    addLogFilterOptions(command);
    addUntilOption(command);
    addConnectionOptions(command);
    addJsonOption(command, entryFields);
  },
  async run({ args: [word], options, surroundings }) {
    const { stdout, now } = surroundings;
    const { since, until } = periodOf(options, now());
    await inSession(options, surroundings, { words: "logs list" }, async (session) => {
      const filter = allOf([await logFilter(session, word, options, until), from(since)]);
      const pages = session.client.auditLogs.provisioning(
        {
          ...(filter === "" ? {} : { filter }),
          orderby: "activityDateTime desc",
          top: Math.min(options.limit, mostPerPage),
        },
        session.call,
      );
      const entries = await toArray(pages, { limit: options.limit });
      if (options.json !== undefined) {
        for (const entry of picked(entries, options)) stdout.write(jsonLine(entry));
        return;
      }
      const rows = entries.map((entry) => entryRow(entry, now()));
      stdout.write(await columns(entryHeading, rows));
    });
  },
});

function positive(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Write a whole number above 0.");
}
