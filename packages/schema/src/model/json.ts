/** Reading JSON objects of any shape: own members only, so that `constructor` or `__proto__` find nothing of ours. */

export type Member = readonly [name: string, value: unknown];

/** The own members of an object, in their order. */
export function membersOf(value: object): readonly Member[] {
  return Object.entries(value);
}

/** An own member, or undefined. */
export function memberOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** A text member, or undefined where it is missing, null or something else. */
export function textOf(value: object, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** An object of these members; `fromEntries` makes every name an own member, `__proto__` as well. */
export function objectOf(members: Iterable<Member>): object {
  return Object.fromEntries(members);
}

/** A copy in which every string, but no member's name, went through `change`. */
export function mapStrings(value: unknown, change: (text: string, path: Path) => unknown, path: Path = []): unknown {
  if (typeof value === "string") return change(value, path);
  if (isArray(value)) return value.map((item, index) => mapStrings(item, change, [...path, index]));
  if (!isObject(value)) return value;
  return objectOf(membersOf(value).map(([name, member]) => [name, mapStrings(member, change, [...path, name])]));
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The way from the schema to a value inside it: names of members, indexes of items. */
export type Path = readonly (string | number)[];

/** The path as people write it: `directories[0].objects[2].name`. */
export function formatPath(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === "number") return `[${step}]`;
      return /^[\w$@.-]*$/.test(step) && !step.includes(".") ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join("")
    .replace(/^\./, "");
}
