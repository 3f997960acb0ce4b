/** Whether a JSON value is nested deeper than so many levels; counted without recursion, so that no depth overflows it. */
export function isNestedDeeper(json: unknown, levels: number): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
