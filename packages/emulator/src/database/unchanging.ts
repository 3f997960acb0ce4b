/** The texts of what never changes; empty until it is asked for. */
const texts = new WeakMap<object, string>();

/** Freezes a JSON object to its depth, so that many answers can share it, and its text too; see {@link jsonOf}. */
export function unchanging<Json extends object>(json: Json): Json {
  freeze(json);
  texts.set(json, "");
  return json;
}

/** The same as `JSON.stringify`, which takes longer than all else in an answer: the text of what never changes is made once. */
export function jsonOf(json: object): string {
  const known = texts.get(json);
  if (known !== undefined && known !== "") return known;
  const text = JSON.stringify(json);
  if (known !== undefined) texts.set(json, text);
  return text;
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
