import type { Hono } from "hono";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { knowOnly } from "../handlers/body-members.ts";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { respond } from "../http/respond.ts";
import type { Marked } from "../http/stamp.ts";
import type { Vault } from "../sealing/vault.ts";
import type { SeedRows } from "../seed/seed-rows.ts";
import { fillWith } from "../seed/write-seed.ts";
import { faults } from "./faults.ts";
import type { MovableClock } from "./movable-clock.ts";
import { recorder } from "./recorder.ts";
import { bodyOf, missing, wholeNumberIn } from "./script-body.ts";
import { scriptRoutes } from "./script-routes.ts";
import { clearTables, restoreSnapshot, takeSnapshot, type Snapshot } from "./snapshot.ts";

/** By what tests steer the emulator. */
export interface Control {
  /** Records requests and injects faults; comes before what it watches. */
  watch(app: Hono<Marked>): void;
  /** Adds `/_emulator/…`. */
  route(app: Hono<Marked>): void;
}

/** What is steered. */
export interface ControlParts {
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  /** What a reset goes back to. */
  readonly rows: SeedRows;
  readonly clock: MovableClock;
}

/** The longest way that the clock is moved at once: ten years, in milliseconds. */
const longestAdvanceMs = 315_576_000_000;
/** After it, a time has more digits than HTTP and ISO 8601 have for it. */
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59);
const mostSnapshots = 20;

export function createControl({ db, vault, rows, clock }: ControlParts): Control {
  const recorded = recorder();
  const injected = faults();
  const snapshots = new Map<string, Snapshot>();
  const now = (): number => clock.clock.now();

  return {
    watch(app) {
      app.use(recorded.middleware);
      app.use(injected.middleware);
    },
    route(app) {
      app.post("/_emulator/reset", async (context) => {
        await db.transaction().execute(async (transaction) => {
          await clearTables(transaction);
          await fillWith(transaction, rows, vault);
        });
        recorded.clear();
        injected.clear();
        clock.reset();
        return respond(context, 204);
      });
      app.post("/_emulator/snapshots", async (context) => {
        const id = crypto.randomUUID();
        snapshots.set(id, await takeSnapshot(db));
        const [oldest] = snapshots.keys();
        if (snapshots.size > mostSnapshots && oldest !== undefined) snapshots.delete(oldest);
        return respond(context, 201, { id });
      });
      app.post("/_emulator/snapshots/:id/restore", async (context) => {
        const id = context.req.param("id");
        const snapshot = snapshots.get(id);
        if (snapshot === undefined) throw resourceNotFound(id);
        await db.transaction().execute((transaction) => restoreSnapshot(transaction, snapshot));
        return respond(context, 204);
      });
      app.get("/_emulator/clock", (context) => respond(context, 200, { now: new Date(now()).toISOString() }));
      app.post("/_emulator/clock", async (context) => {
        const body = await bodyOf(context);
        knowOnly(body, ["advanceMs"]);
        const ms = wholeNumberIn(body, "advanceMs", 1, longestAdvanceMs) ?? missing("advanceMs");
        if (now() + ms > lastMoment) throw badRequest("The clock does not go beyond the year 9999.");
        clock.advance(ms);
        return respond(context, 200, { now: new Date(now()).toISOString() });
      });
      app.get("/_emulator/requests", (context) => respond(context, 200, { value: recorded.requests() }));
      app.delete("/_emulator/requests", (context) => {
        recorded.clear();
        return respond(context, 204);
      });
      app.get("/_emulator/faults", (context) => respond(context, 200, { value: injected.waiting() }));
      app.post("/_emulator/faults", async (context) => respond(context, 201, injected.add(await bodyOf(context))));
      app.delete("/_emulator/faults", (context) => {
        injected.clear();
        return respond(context, 204);
      });
      scriptRoutes(app, db, now);
    },
  };
}
