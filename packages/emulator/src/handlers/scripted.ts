import { GraphFault } from "../http/graph-fault.ts";

/** What is asked of the engine that is not there yet, and that no script has answered. */
export function notProvisioning(instead: string): GraphFault {
  return new GraphFault(501, "NotImplemented", `The emulator does not provision yet: ${instead}.`);
}

/** The header of an answer that a script decided, so that no one takes it for what an engine did. */
export const scripted = { "x-graph-sync": "scripted" } as const;

/** Gives an answer that header. */
export function markScripted({ header }: { readonly header: (name: string, value: string) => void }): void {
  for (const [name, value] of Object.entries(scripted)) header(name, value);
}
