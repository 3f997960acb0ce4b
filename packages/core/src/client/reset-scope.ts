import type { RestartJob } from "../contract/job-actions.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { SynchronizationJobRestartScope } from "../model/synchronization-job-restart.ts";

/** One flag of what a restart clears. `ForceDeletes` is sent alone. */
export type ResetScope = SynchronizationJobRestartScope;

/**
 * The flags as the service takes them: one string, joined by commas. Without any there is no body.
 * @throws InvalidRequestError for what are no flags: without a body they would restart more than was meant
 */
export function restartBody(scope: ResetScope | readonly ResetScope[] | undefined): { readonly body?: RestartJob } {
  const flags = [scope ?? []].flat();
  if (!flags.every((flag) => typeof flag === "string")) {
    throw new InvalidRequestError("jobs.restart takes a reset scope such as Watermark, or a list of them.");
  }
  return flags.length === 0 ? {} : { body: { criteria: { resetScope: flags.join(", ") } } };
}
