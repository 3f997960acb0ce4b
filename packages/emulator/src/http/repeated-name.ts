/**
 * A name that an object of a JSON text has twice, which OData forbids; undefined where none has. A parser would take the last
 * one in silence, and whoever looks at the text before it may have read the first.
 *
 * @param text JSON: it is not checked again.
 */
export function repeatedName(text: string): string | undefined {
  // Of every array and object that is open, the names that it has had; an array has none.
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "{" || sign === "[") {
      open.push(sign === "{" ? new Set() : undefined);
      isName = sign === "{";
    } else if (sign === "}" || sign === "]") {
      open.pop();
    } else if (sign === ",") {
      isName = open.at(-1) !== undefined;
    } else if (sign === '"') {
      const end = endOf(text, at);
      if (isName) {
        const name = String(JSON.parse(text.slice(at, end)));
        const names = open.at(-1);
        if (names?.has(name) === true) return name;
        names?.add(name);
        isName = false;
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** Where a string that begins here has ended. */
function endOf(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
