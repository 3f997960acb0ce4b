import type { SynchronizationSchema } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { confirm, type ConfirmOptions } from "../writing/confirm.ts";
import { describePlan } from "./describe-plan.ts";
import { fingerprint } from "./fingerprint.ts";
import { historyOf } from "./history.ts";
import { usable } from "./read-schema.ts";
import { type LiveSchema, nameOf } from "./resolve-schema.ts";

/** What to put in the place of a live schema. */
export interface Replacement {
  readonly live: LiveSchema;
  readonly desired: SynchronizationSchema;
  /** Of the live schema that the desired one was made for; missing: whatever is there when the person is asked. */
  readonly expected?: string;
}

/**
 * Puts a schema in the place of the live one: shows what changes and where, asks, looks that nothing was changed in the
 * meantime, keeps what was there, and sends one PUT. Nothing is sent where nothing would change.
 * @throws Refusal
 */
export async function replaceSchema(
  session: Session,
  { live, desired, expected }: Replacement,
  options: ConfirmOptions,
  surroundings: DiscreetSurroundings,
): Promise<void> {
  const { plan } = await import("@graph-sync/schema");
  const { address, call } = session;
  const history = historyOf(surroundings, address, live);
  const current = await live.client.get(undefined, call);
  const base = await fingerprint(current);
  if (expected !== undefined) refuseChanged(expected, base, "since the plan was made");
  const planned = await usable("The desired schema", () => plan(current, desired));
  surroundings.stderr.write(await describePlan(planned, address, live));
  if (planned.changes.length === 0) return;
  await confirm(`Replace the schema of ${nameOf(live)}?`, options, surroundings);
  // The answer may have taken a while.
  const replaced = await live.client.get(undefined, call);
  refuseChanged(base, await fingerprint(replaced), "while you were asked");
  const kept = options.dryRun === true ? undefined : await history.keep(replaced);
  await live.client.replace(planned.body, call);
  surroundings.stdout.write(`${nameOf(live)}: the schema is replaced; the one before is kept as ${kept}.\n`);
}

function refuseChanged(before: string, now: string, when: string): void {
  if (before === now) return;
  throw new Refusal(
    exitCodes.failed,
    `The live schema was changed ${when}; nothing was sent.`,
    "Look at what is there with schema diff, and plan again.",
  );
}
