import { type GraphResponse, type Operation, type Repeat, TransportError } from "@graph-sync/core";
import { type FakeClock, jsonResponse } from "@graph-sync/testing";

type Row = Operation<string, { readonly jobId?: string }, void>;

/** A row of each class; what it answers does not matter here. */
export function row(id: string, repeat: Repeat = "idempotent", method: Row["method"] = "POST"): Row {
  return { id, method, path: "/jobs/{jobId}", repeat, status: 204, evidence: "documented" };
}

export const read: Row = row("x.read", "safe", "GET");
export const write: Row = row("x.write");
export const create: Row = row("x.create", "never");
export const remove: Row = row("x.remove", "idempotent", "DELETE");

export const ok: GraphResponse = jsonResponse({}, 200);

export function status(code: number, headers: Readonly<Record<string, string>> = {}): GraphResponse {
  return jsonResponse({ error: { code: "x", message: "" } }, code, headers);
}

export const refused: TransportError = new TransportError("refused", {
  code: "ERR_REFUSED",
  sent: "none",
});
export const reset: TransportError = new TransportError("reset", {
  code: "ERR_RESET",
});
export const badCertificate: TransportError = new TransportError("tls", { code: "ERR_TLS", sent: "none" });

/** What became of a call, as a value. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** Watches a call without waiting for it. */
export function watched<T>(call: Promise<T>): () => Settled<T> | undefined {
  let settled: Settled<T> | undefined;
  call.then(
    (value) => (settled = { value }),
    (error: unknown) => (settled = { error }),
  );
  return () => settled;
}

/** Moves the clock until a call is settled; an error where a day does not bring it. */
export async function settle<T>(call: Promise<T>, clock: FakeClock): Promise<Settled<T>> {
  const outcome = watched(call);
  for (let turns = 0; outcome() === undefined && turns < 10_000; turns += 1)
    await clock.advance(turns < 8 ? 0 : 10_000);
  const settled = outcome();
  if (settled === undefined) throw new Error("The call did not settle.");
  return settled;
}
