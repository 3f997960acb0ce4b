import { unchanging } from "./unchanging.ts";

/**
 * Makes something of a row, and of the same row only once. That works where rows are remembered, see `reads-until-written.ts`:
 * they are frozen, and after a write there are others. What is made is shared like the row, and never changes either.
 */
export function onceARow<Row extends object, Made extends object | undefined>(
  make: (row: Row) => Made,
): (row: Row) => Made {
  const known = new WeakMap<Row, Made>();
  return (row) => {
    // Of any other one nobody knows that it stays as it is.
    if (!Object.isFrozen(row)) return make(row);
    const before = known.get(row);
    if (before !== undefined) return before;
    const made = make(row);
    if (made !== undefined) known.set(row, unchanging(made));
    return made;
  };
}
