import type { Operation } from "@graph-sync/core";

export type Row = Operation<string, object, object>;

/** A row of each kind, in the words of the contract. */
export const read: Row = row("x.read", "GET", "safe");
export const write: Row = row("x.write", "PUT", "idempotent");
export const create: Row = row("x.create", "POST", "never");
export const remove: Row = { ...row("x.remove", "DELETE", "idempotent"), status: 204 };

function row(id: string, method: Row["method"], repeat: Row["repeat"]): Row {
  return { id, method, path: "/x", repeat, status: 200, evidence: "documented" };
}
