/** The header of an answer that a script decided, so that no one takes it for what an engine did. */
export const scripted = { "x-graph-sync": "scripted" } as const;

/** Gives an answer that header. */
export function markScripted({ header }: { readonly header: (name: string, value: string) => void }): void {
  for (const [name, value] of Object.entries(scripted)) header(name, value);
}
