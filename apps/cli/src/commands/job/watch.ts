import { hasRun, nextRun, type SynchronizationJob } from "@graph-sync/core";
import { Option } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { durationOption } from "../../duration-option.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { isHealthy } from "../../job-health.ts";
import { jsonLine } from "../../output/json.ts";
import { moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { report } from "../../errors/report.ts";
import { Refusal } from "../../errors/refusal.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface WatchOptions extends ConnectionOptions, JobOptions {
  readonly until?: "cycle" | "healthy";
  /** Milliseconds. */
  readonly timeout?: number;
  readonly every: number;
  readonly exitStatus?: boolean;
  readonly json?: true;
}

export const jobWatch: AnyVerb = verb<WatchOptions>({
  words: "job watch",
  args: "<app>",
  summary: "follow a job, and print each change of its state",
  details:
    "It reads, and starts nothing. --until cycle ends when the next cycle has ended, --until healthy when the job has run and is\n" +
    "well; without it Ctrl-C ends it. With --exit-status the job must be healthy at the end, or it is 1; a timeout is 1 in any case.",
  example: "graph-sync job watch Quillnote --until cycle --timeout 2h --exit-status",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get"],
  options(command) {
    command
      .addOption(new Option("--until <what>", "when to end").choices(["cycle", "healthy"]))
      .addOption(new Option("--timeout <time>", "give up after this time, such as 90s or 2h").argParser(durationOption))
      .addOption(
        new Option("--every <time>", "how often to look; a cycle takes minutes")
          .argParser(durationOption)
          .default(30_000, "30s"),
      )
      .option("--exit-status", "end with 1 where the job is not healthy at the end")
      .option("--json", "print each change as a line of JSON");
    addJobOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [word = ""], options, surroundings }): Promise<ExitCode | undefined> {
    const { stdout, stderr, signal, now } = surroundings;
    return inSession(options, surroundings, { words: "job watch" }, async (session) => {
      const { id, synchronization } = await resolveJob(session, word, options);
      const { clock } = session.client.host;
      const until = clock.monotonic() + (options.timeout ?? Infinity);
      const first = await synchronization.jobs(id).get(undefined, session.call);
      let job = first;
      let shown = "";
      for (;;) {
        const state = stateOf(job);
        const told = JSON.stringify(state);
        if (told !== shown) {
          stdout.write(options.json === true ? jsonLine({ id, ...state }) : line(state, now()));
          shown = told;
        }
        if (isOver(options.until, first, job)) {
          return options.exitStatus === true && !isHealthy(job) ? exitCodes.failed : exitCodes.ok;
        }
        const leftMs = until - clock.monotonic();
        if (leftMs <= 0) {
          report(new Refusal(exitCodes.failed, "The time is over.", "--timeout takes a longer one."), stderr);
          return exitCodes.failed;
        }
        await clock.sleep(Math.min(options.every, leftMs), signal);
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
  const next = nextRun(job);
  const ran = hasRun(job);
  const { code, lastExecution, quarantine } = job.status ?? {};
  return {
    code: code ?? null,
    healthy: isHealthy(job),
    lastCycle: ran ? (lastExecution?.timeEnded ?? null) : null,
    result: ran ? (lastExecution?.state ?? null) : null,
    quarantine: (quarantine?.reason ?? "") === "" ? null : (quarantine?.reason ?? null),
    next: next === null ? null : new Date(next).toISOString(),
  };
}

function line({ code, lastCycle, result, quarantine, next }: State, now: number): string {
  const words = [
    plain(code) || "(no status)",
    lastCycle === null ? "has not run" : `last cycle ${plain(result)} ${moment(lastCycle, now)}`,
    ...(quarantine === null ? [] : [`in quarantine: ${plain(quarantine)}`]),
    ...(next === null ? [] : [`next about ${moment(next, now)}`]),
  ];
  return `${words.join("; ")}\n`;
}

function isOver(until: WatchOptions["until"], first: SynchronizationJob, job: SynchronizationJob): boolean {
  if (until === "healthy") return hasRun(job) && isHealthy(job);
  if (until !== "cycle") return false;
  const ended = job.status?.lastExecution?.timeEnded;
  return hasRun(job) && ended !== first.status?.lastExecution?.timeEnded;
}
