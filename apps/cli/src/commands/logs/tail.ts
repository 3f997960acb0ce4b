import { Option } from "commander";
import { addConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { durationOption } from "../../duration-option.ts";
import { entryFields } from "../../output/graph-fields.ts";
import { jsonLine } from "../../output/json.ts";
import { addJsonOption, type JsonOptions, picker } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { entryRow } from "./entry-row.ts";
import { addLogFilterOptions, logFilter, type LogFilterOptions, periodOf } from "./log-filter.ts";
import { newEntries } from "./new-entries.ts";
import { writePosition } from "./position.ts";
import { startPosition } from "./start-position.ts";

interface TailOptions extends LogFilterOptions, JsonOptions {
  readonly interval: number;
  readonly cursor?: string;
  readonly once?: boolean;
}

export const logsTail: AnyVerb = verb<TailOptions>({
  words: "logs tail",
  args: "[app]",
  summary: "print what provisioning does, as the logs get to know it",
  details:
    "It goes on until Ctrl-C; entries show up 5 to 10 minutes late. With --cursor the next run goes on where this one ended,\n" +
    "whatever ended it; --once prints what is new and ends. With --json each entry is a line (NDJSON).",
  example: "graph-sync logs tail Quillnote --since 1h\ngraph-sync logs tail --once --json --cursor logs.cursor",
  needs: ["servicePrincipals.list", "provisioningLogs.list"],
  options(command) {
    command
      .addOption(
        new Option("--interval <length>", "how long to wait between two looks")
          .argParser(durationOption)
          .default(30_000, "30s"),
      )
      .option("--cursor <file>", "go on where the run that wrote this file ended, and keep it up to date")
      .option("--once", "print what is new, and end");
    addLogFilterOptions(command);
    addConnectionOptions(command);
    addJsonOption(command, entryFields);
  },
  async run({ args: [word], options, surroundings }) {
    const { stdout, now } = surroundings;
    const pick = picker(options);
    const { since } = periodOf(options, now(), "15m");
    await inSession(options, surroundings, { words: "logs tail", follows: true, streams: true }, async (session) => {
      const filter = await logFilter(session, word, options);
      let position = await startPosition(session, filter, options.cursor, since);
      for (;;) {
        for await (const step of newEntries(session, filter, position)) {
          position = step.position;
          for (const entry of pick(step.entries)) {
            stdout.write(options.json === undefined ? line(entry, now()) : jsonLine(entry));
          }
          if (options.cursor !== undefined) await writePosition(options.cursor, position);
        }
        if (options.once === true) return;
        await session.client.host.clock.sleep(options.interval, session.call.signal);
      }
    });
  },
});

function line(entry: unknown, now: number): string {
  const cells = entryRow(entry, now).filter((cell) => cell !== "");
  return `${cells.join("  ")}\n`;
}
