/** One part of a job's state that a restart can forget, or do. */
export type ResetFlag = "ConnectorDataStore" | "Escrows" | "Watermark" | "QuarantineState" | "ForceDeletes";

const whole: readonly ResetFlag[] = ["ConnectorDataStore", "Escrows", "Watermark", "QuarantineState"];

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobrestartcriteria */
const flags: ReadonlyMap<string, readonly ResetFlag[]> = new Map([
  ["none", []],
  ["connectordatastore", ["ConnectorDataStore"]],
  ["escrows", ["Escrows"]],
  ["watermark", ["Watermark"]],
  ["quarantinestate", ["QuarantineState"]],
  ["full", whole],
  ["forcedeletes", ["ForceDeletes"]],
]);

/** What the portal's "Restart provisioning" does, and a restart without a scope. */
const fromPortal: ReadonlySet<ResetFlag> = new Set<ResetFlag>(["QuarantineState", "Watermark", "Escrows"]);

/** The flags of a comma-separated `resetScope`; undefined where one of them is no flag. */
export function readResetScope(text: string): ReadonlySet<ResetFlag> | undefined {
  if (text.trim() === "") return fromPortal;
  const read = text.split(",").map((flag) => flags.get(flag.trim().toLowerCase()));
  return read.includes(undefined) ? undefined : new Set(read.flatMap((flag) => flag ?? []));
}
