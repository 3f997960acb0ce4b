import { hasRun, nextRun, type SynchronizationJob } from "@graph-sync/core";
import { Option } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { durationOption } from "../../duration-option.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { isHealthy } from "../../job-health.ts";
import { ours } from "../../output/fields.ts";
import { jsonLine } from "../../output/json.ts";
import { isoOf, moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, picked } from "../../output/records.ts";
import { report } from "../../errors/report.ts";
import { Refusal } from "../../errors/refusal.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface WatchOptions extends ConnectionOptions, JobOptions, JsonOptions {
  readonly until?: "cycle" | "healthy";
  /** Milliseconds. */
  readonly timeout?: number;
  readonly every: number;
  readonly exitStatus?: boolean;
}

/** What is waited for may never come; a script must end all the same. An initial cycle can take longer, and needs to be told. */
const untilMs = 2 * 3_600_000;

export const jobWatch: AnyVerb = verb<WatchOptions>({
  words: "job watch",
  args: "<app>",
  summary: "follow a job, and print each change of its state",
  details:
    "It reads, and starts nothing. --until cycle ends when the next cycle has ended, --until healthy when the job has run and is\n" +
    "well, both after 2 hours at the latest; without --until only Ctrl-C or --timeout ends it. With --exit-status it ends with 1 where the\n" +
    "job is not healthy at the end, and with 1 in any case where the time is over. With --json each change is a line (NDJSON).",
  failsWhen: "the time is over, or with --exit-status the job is not healthy at the end",
  example: "graph-sync job watch Quillnote --until cycle --timeout 2h --exit-status",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get"],
  options(command) {
    command
      .addOption(new Option("--until <what>", "when to end").choices(["cycle", "healthy"]))
      .addOption(
        new Option(
          "--timeout <time>",
          "give up after this time, such as 90s or 2h (default: 2h with --until, else none)",
        ).argParser(durationOption),
      )
      .addOption(
        new Option("--every <time>", "how often to look; a cycle takes minutes")
          .argParser(durationOption)
          .default(30_000, "30s"),
      )
      .option("--exit-status", "end with 1 where the job is not healthy at the end");
    addJobOption(command);
    addConnectionOptions(command);
    addJsonOption(command, ours(["id", "code", "healthy", "lastCycle", "result", "quarantine", "next"]));
  },
  async run({ args: [word = ""], options, surroundings }): Promise<ExitCode | undefined> {
    const { stdout, stderr, now } = surroundings;
    return inSession(options, surroundings, { words: "job watch", follows: true, streams: true }, async (session) => {
      const { id, synchronization } = await resolveJob(session, word, options);
      const { clock } = session.client.host;
      const limitMs = options.timeout ?? (options.until === undefined ? Infinity : untilMs);
      const until = clock.monotonic() + limitMs;
      const first = await synchronization.jobs(id).get(undefined, session.call);
      let job = first;
      let shown = "";
      for (;;) {
        const state = stateOf(job);
        const latest = JSON.stringify(state);
        if (latest !== shown) {
          const [told] = picked([{ id, ...state }], options);
          stdout.write(options.json === undefined ? line(state, now()) : jsonLine(told));
          shown = latest;
        }
        if (isOver(options.until, first, job)) {
          return options.exitStatus === true && !isHealthy(job) ? exitCodes.failed : exitCodes.ok;
        }
        const leftMs = until - clock.monotonic();
        if (leftMs <= 0) {
          report(new Refusal(exitCodes.failed, "The time is over.", "--timeout takes a longer one."), stderr);
          return exitCodes.failed;
        }
        await clock.sleep(Math.min(options.every, leftMs), session.call.signal);
        job = await synchronization.jobs(id).get(undefined, session.call);
      }
    });
  },
});

/** What is told of a job, and what counts as a change. */
interface State {
  readonly code: string | null;
  readonly healthy: boolean;
  /** When the last cycle ended, and how. */
  readonly lastCycle: string | null;
  readonly result: string | null;
  readonly quarantine: string | null;
  /** An estimate: the service promises no time. */
  readonly next: string | null;
}

function stateOf(job: SynchronizationJob): State {
  const ran = hasRun(job);
  const { code, lastExecution, quarantine } = job.status ?? {};
  return {
    code: code ?? null,
    healthy: isHealthy(job),
    lastCycle: ran ? (lastExecution?.timeEnded ?? null) : null,
    result: ran ? (lastExecution?.state ?? null) : null,
    quarantine: (quarantine?.reason ?? "") === "" ? null : (quarantine?.reason ?? null),
    next: isoOf(nextRun(job)),
  };
}

function line({ code, lastCycle, result, quarantine, next }: State, now: number): string {
  const words = [
    plain(code) || "(no status)",
    lastCycle === null ? "has not run" : `last cycle ${plain(result)} ${moment(lastCycle, now)}`,
    ...(quarantine === null ? [] : [`in quarantine: ${plain(quarantine)}`]),
    ...(next === null ? [] : [Date.parse(next) <= now ? "the next is due" : `next about ${moment(next, now)}`]),
  ];
  return `${words.join("; ")}\n`;
}

function isOver(until: WatchOptions["until"], first: SynchronizationJob, job: SynchronizationJob): boolean {
  if (until === "healthy") return hasRun(job) && isHealthy(job);
  if (until !== "cycle") return false;
  const ended = job.status?.lastExecution?.timeEnded;
  return hasRun(job) && ended !== first.status?.lastExecution?.timeEnded;
}
