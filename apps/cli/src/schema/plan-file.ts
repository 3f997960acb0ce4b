import { parseJson, type SynchronizationSchema } from "@graph-sync/core";
import type { Change, Effect } from "@graph-sync/schema";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { neededText } from "../input/read-input.ts";
import { member } from "../output/member.ts";
import { plain } from "../output/plain.ts";
import { usable } from "./read-schema.ts";
import type { LiveSchema } from "./resolve-schema.ts";

/** What `schema plan` writes and `schema apply` reads. It holds no secret: schemas have none. */
export interface PlanFile {
  /** The version of this form. */
  readonly graphSyncPlan: 1;
  /** Where the schema is: `https://graph.microsoft.com/v1.0`. */
  readonly service: string;
  readonly app: LiveSchema["app"];
  readonly kind: LiveSchema["kind"];
  readonly id: string;
  /** ISO 8601. */
  readonly plannedAt: string;
  /** Of the live schema that was planned from. */
  readonly liveFingerprint: string;
  /** For reviewers; `schema apply` works them out anew. */
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  /** The whole schema to PUT. */
  readonly body: SynchronizationSchema;
}

/** @throws Refusal where it is no plan of this version of the program */
export async function readPlan(path: string): Promise<PlanFile> {
  const value = parseJson(await neededText(path));
  if (!isPlan(value)) throw noPlan(path);
  const { parse } = await import("@graph-sync/schema");
  await usable(path, () => parse(JSON.stringify(value.body)));
  return value;
}

/** Whether all is there that is read from it; the body is looked at on its own. */
function isPlan(value: unknown): value is PlanFile {
  const texts = [
    ...["service", "id", "plannedAt", "liveFingerprint"].map((name) => member(value, name)),
    ...["id", "displayName"].map((name) => member(member(value, "app"), name)),
  ];
  const kind = member(value, "kind");
  return (
    member(value, "graphSyncPlan") === 1 &&
    (kind === "job" || kind === "template") &&
    typeof member(value, "body") === "object" &&
    texts.every((text) => typeof text === "string" && text !== "")
  );
}

function noPlan(path: string): Refusal {
  return new Refusal(
    exitCodes.usage,
    `${plain(path)} is no plan of this version of graph-sync.`,
    "graph-sync schema plan <schema> -f <file> -o plan.json writes one.",
  );
}
