/** The ordinal after the greatest one, which is null where there is none yet. */
export function after(last: unknown): number {
  return typeof last === "number" ? last + 1 : 0;
}
