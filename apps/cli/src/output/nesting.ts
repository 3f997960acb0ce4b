/** More levels than any synchronization object has; engines differ in how many they can print. */
const maxLevels = 1_000;

/** Whether a value is nested more deeply than it can be shown. It walks level by level, so no depth is too much for it. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= maxLevels; depth++) {
    level = level.flatMap(membersOf);
    if (level.length === 0) return false;
  }
  return true;
}

function membersOf(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
