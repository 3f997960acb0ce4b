import type { RestartJob } from "../contract/job-actions.ts";
import type { SynchronizationJobRestartScope } from "../model/synchronization-job-restart.ts";

/** One flag of what a restart clears. `ForceDeletes` is sent alone. */
export type ResetScope = SynchronizationJobRestartScope;

/** The flags as the service takes them: one string, joined by commas. Without any there is no body. */
export function restartBody(scope: ResetScope | readonly ResetScope[] | undefined): { readonly body?: RestartJob } {
  const flags = scope === undefined ? [] : typeof scope === "string" ? [scope] : scope;
  return flags.length === 0 ? {} : { body: { criteria: { resetScope: flags.join(", ") } } };
}
