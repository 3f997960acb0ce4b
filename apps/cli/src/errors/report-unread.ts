import { plain } from "../output/plain.ts";
import type { Output } from "../surroundings.ts";
import type { EveryJob } from "../target/every-job.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { Refusal } from "./refusal.ts";
import { report } from "./report.ts";

/** Says which apps could not be read; half a tenant must not look like a whole one. */
export function reportUnread({ unread }: EveryJob, stderr: Output): ExitCode {
  const [first] = unread;
  if (first === undefined) return exitCodes.ok;
  const names = unread.slice(0, 5).map(({ app }) => plain(app.displayName));
  const more = unread.length > names.length ? ` and ${unread.length - names.length} more` : "";
  const message = `The jobs of ${unread.length === 1 ? "an app" : `${unread.length} apps`} could not be read: ${names.join(", ")}${more}.`;
  report(new Refusal(exitCodes.failed, message, `The first answer was: ${first.error.message}`), stderr);
  return exitCodes.failed;
}
