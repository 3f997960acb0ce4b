import { addConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { jsonLine } from "../../output/json.ts";
import { plainLine } from "../../output/plain.ts";
import type { Output } from "../../surroundings.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { continuedFile, type EntriesFile, newFile } from "./entries-file.ts";
import { addLogFilterOptions, addUntilOption, logFilter, type LogFilterOptions, periodOf } from "./log-filter.ts";
import { newEntries } from "./new-entries.ts";
import { type LogPosition, writePosition } from "./position.ts";
import { startPosition } from "./start-position.ts";

interface ExportOptions extends LogFilterOptions {
  readonly output?: string;
  readonly cursor?: string;
}

export const logsExport: AnyVerb = verb<ExportOptions>({
  words: "logs export",
  args: "[app]",
  summary: "write the logs as NDJSON, the oldest entry first",
  details:
    "To stdout, or to a file that is there whole or not at all. With --cursor the next run adds what is new, and a run that was\n" +
    "interrupted is continued at the page that it had reached, without an entry lost or written twice in the file.",
  example: "graph-sync logs export Quillnote --since 7d -o quillnote.ndjson --cursor quillnote.cursor",
  needs: ["servicePrincipals.list", "provisioningLogs.list"],
  options(command) {
    command
      .option("-o, --output <file>", "write to this file")
      .option("--cursor <file>", "go on where the run that wrote this file ended, and keep it up to date");
    addLogFilterOptions(command);
    addUntilOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [word], options, surroundings }) {
    const { stderr, now } = surroundings;
    const { output, cursor } = options;
    const { since, until } = periodOf(options, now());
    await inSession(options, surroundings, { words: "logs export", streams: output === undefined }, async (session) => {
      const filter = await logFilter(session, word, options, until);
      const start = await startPosition(session, filter, cursor, since);
      let written = 0;
      const write = async (file: EntriesFile): Promise<void> => {
        written = await copy(session, filter, start, file, cursor);
      };
      if (output === undefined) await write(stdoutFile(surroundings.stdout));
      else if (cursor === undefined) await newFile(output, write);
      else await continuedFile(output, start.bytes ?? 0, write);
      stderr.write(plainLine(`${written} entries${output === undefined ? "" : ` written to ${output}`}.`) + "\n");
    });
  },
});

/** A stream has no length that a later run could go back to. */
function stdoutFile(stdout: Output): EntriesFile {
  return {
    async append(lines) {
      stdout.write(lines);
      return 0;
    },
  };
}

/** Copies what is new, and notes after each page how far it is. Gives how many entries there were. */
async function copy(
  session: Session,
  filter: string,
  start: LogPosition,
  file: EntriesFile,
  cursor: string | undefined,
): Promise<number> {
  let written = 0;
  for await (const { entries, position } of newEntries(session, filter, start)) {
    const bytes = await file.append(entries.map(jsonLine).join(""));
    written += entries.length;
    if (cursor !== undefined) await writePosition(cursor, { ...position, bytes });
  }
  return written;
}
