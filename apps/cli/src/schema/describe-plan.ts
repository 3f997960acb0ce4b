import type { Plan } from "@graph-sync/schema";
import { printed, type ServiceAddress } from "../connection/service-address.ts";
import { counted } from "../output/counted.ts";
import { plain } from "../output/plain.ts";
import type { LiveSchema } from "./resolve-schema.ts";

/** Whose schema it is, what changes in it and what follows, for people. */
export async function describePlan(
  { changes, effects }: Pick<Plan, "changes" | "effects">,
  address: ServiceAddress,
  live: Omit<LiveSchema, "client">,
): Promise<string> {
  const { formatChanges } = await import("@graph-sync/schema");
  const follows = effects.map(
    ({ kind, place, message }) => `  ${kind}: ${[...place, message].map(plain).join(" › ")}\n`,
  );
  return [
    `tenant    ${await tenantOf(live)}\n`,
    `service   ${printed(address)}\n`,
    `app       ${plain(live.app.displayName)} (${plain(live.app.id)})\n`,
    `${live.kind.padEnd(8)}  ${plain(live.id)}\n\n`,
    formatChanges(changes),
    `${changes.length === 0 ? "Nothing would change" : counted(changes.length, "change")}.\n`,
    ...(follows.length === 0 ? [] : ["\nWhat follows:\n", ...follows]),
  ].join("");
}

/** The id of a job holds that of its tenant; nothing else tells it without a further permission. */
async function tenantOf({ kind, id }: Omit<LiveSchema, "client">): Promise<string> {
  const { toPortable } = await import("@graph-sync/schema");
  const { bindings } = toPortable({ ...(kind === "job" ? { id } : {}), synchronizationRules: [] });
  return bindings["tenant"] ?? "(not told by its id)";
}
