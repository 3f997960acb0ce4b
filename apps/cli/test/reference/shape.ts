/** How much of an object's inside is shown. */
const maxDepth = 2;

/** The form of a value, of which the samples are some: `[{ id: string, status: {…} }]`. */
export function shapeOf(samples: readonly unknown[], depth = 0): string {
  const lists = samples.filter((each): each is readonly unknown[] => Array.isArray(each));
  const objects = samples.filter(isObject);
  const others = samples.filter((each) => !Array.isArray(each) && !isObject(each));
  return [
    ...new Set([
      ...(lists.length === 0 ? [] : [listShape(lists.flat(), depth)]),
      ...(objects.length === 0 ? [] : [objectShape(objects, depth)]),
      ...others.map((each) => (each === null ? "null" : typeof each)).toSorted(),
    ]),
  ].join(" or ");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listShape(items: readonly unknown[], depth: number): string {
  return items.length === 0 ? "[…]" : `[${shapeOf(items, depth)}]`;
}

function objectShape(objects: readonly Readonly<Record<string, unknown>>[], depth: number): string {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  if (depth >= maxDepth || names.length === 0) return "{…}";
  const members = names.map((name) => {
    const values = objects.flatMap((each) => (name in each ? [each[name]] : []));
    return `${name}${values.length < objects.length ? "?" : ""}: ${shapeOf(values, depth + 1)}`;
  });
  return `{ ${members.join(", ")} }`;
}
