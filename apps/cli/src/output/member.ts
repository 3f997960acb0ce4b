/**
 * A member of an answer, or undefined. The models are a promise of the metadata; a service that breaks it, with text
 * where an object belongs, must still be shown and never end in a TypeError.
 */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}
