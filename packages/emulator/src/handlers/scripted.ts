/** Marks an answer that a script decided, so that no one takes it for what an engine did. */
export function markScripted({ header }: { readonly header: (name: string, value: string) => void }): void {
  header("x-graph-sync", "scripted");
}
