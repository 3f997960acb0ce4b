import type { JournalEntry } from "@graph-sync/testing";
import type { Outcome } from "./drive.ts";
import type { OperationKind } from "./plan.ts";
import { applied } from "./service.ts";

/**
 * What may not be. `lost`: a write that was acknowledged and not done. `doubled`: a write that must not be done twice and
 * was. `denied`: a write whose caller was told that it was not done, and was. `wrong`: an operation that got another request's
 * answer. `strange`: one that ended with something that is no error of the client. `unasked`: a request of nobody.
 */
export type Finding = "lost" | "doubled" | "denied" | "wrong" | "strange" | "unasked";

/** What the journal says of what callers were told: the operations by finding. Each list must be empty. */
export type Verdict = Readonly<Record<Finding, readonly string[]>>;

const writes: ReadonlySet<OperationKind> = new Set(["replace", "start", "delete", "create", "restart"]);
const onceOnly: ReadonlySet<OperationKind> = new Set(["create", "restart"]);

/** Compares what callers were told with what the server wrote down. */
export function judge(outcomes: readonly Outcome[], journal: readonly JournalEntry[]): Verdict {
  const times = new Map<string, number>();
  const asked = new Set(outcomes.map(({ operation }) => operation.nonce));
  const unasked = new Set<string>();
  for (const { request, notes } of journal) {
    const nonce = request.headers["x-soak-nonce"] ?? "none";
    if (!asked.has(nonce)) unasked.add(nonce);
    if (notes.includes(applied)) times.set(nonce, (times.get(nonce) ?? 0) + 1);
  }
  const done = ({ operation }: Outcome): number => times.get(operation.nonce) ?? 0;
  const where = (holds: (outcome: Outcome) => boolean): readonly string[] =>
    outcomes.filter(holds).map(({ operation }) => `${operation.nonce} ${operation.kind}`);

  return {
    lost: where((one) => writes.has(one.operation.kind) && one.ended === "done" && done(one) === 0),
    doubled: where((one) => onceOnly.has(one.operation.kind) && done(one) > 1),
    denied: where((one) => onceOnly.has(one.operation.kind) && one.ended === "refused" && done(one) > 0),
    wrong: where(({ answers, operation }) => answers.some((nonce) => nonce !== operation.nonce)),
    strange: where(({ failure }) => failure !== undefined && !/^(ERR_[A-Z_]+|ambiguous|\d{3})$/.test(failure)),
    unasked: [...unasked],
  };
}
