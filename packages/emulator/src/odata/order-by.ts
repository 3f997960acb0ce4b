import { checkProperty } from "./compile-filter.ts";
import type { EntityType } from "./entity-type.ts";
import { ODataSyntaxError } from "./odata-error.ts";
import { compareValues, valueAt } from "./value.ts";

/** Which of two items comes first, as for `sort`. */
export type Order = (one: unknown, other: unknown) => number;

/**
 * Reads an `$orderby`: paths, each with `asc` or `desc` or neither. A value that is not there comes first.
 * @throws {ODataSyntaxError}
 */
export function readOrderBy(text: string, type: EntityType): Order {
  const orders = text.split(",").map((part) => readPart(part.trim(), text.indexOf(part), type));
  return (one, other) => {
    for (const order of orders) {
      const result = order(one, other);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function readPart(part: string, position: number, type: EntityType): Order {
  const groups = /^(?<path>[A-Za-z_][\w/]*)(?: +(?<direction>asc|desc))?$/u.exec(part)?.groups;
  const path = groups?.["path"];
  if (path === undefined) throw new ODataSyntaxError(`Syntax error at '${part}'`, position);
  const names = path.split("/");
  checkProperty(names[0] ?? "", type);
  const fold = type.ignoresCase?.(path.toLowerCase()) ?? false;
  const sign = groups?.["direction"] === "desc" ? -1 : 1;
  const isDate = type.kinds?.get(path.toLowerCase()) === "date";
  const valueIn = (item: unknown): unknown => {
    const value = valueAt(names, { item, variables: new Map() });
    // Two texts of one moment may differ, and `.5Z` comes before `Z`.
    return isDate && typeof value === "string" ? new Date(value) : value;
  };
  return (one, other) => {
    const [left, right] = [valueIn(one), valueIn(other)];
    return sign * (compareValues(left, right, fold) ?? Number(left !== null) - Number(right !== null));
  };
}
