import { ODataSyntaxError } from "./odata-error.ts";

/** A piece of a `$filter`: what it is, what it says, and where it begins. */
export interface Token {
  readonly kind: "string" | "number" | "date" | "guid" | "word" | "sign" | "end";
  /** Of a string, what is between its quotes, with doubled quotes made one. */
  readonly text: string;
  readonly position: number;
}

/** Each kind at the beginning of what is left; the first that fits is taken. None of them can go back over what it read. */
const kinds: readonly (readonly [Token["kind"], RegExp])[] = [
  ["string", /^'(?:[^']|'')*'/u],
  ["guid", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iu],
  ["date", /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/iu],
  ["number", /^-?\d+(?:\.\d+)?(?![\w-])/u],
  ["word", /^[A-Za-z_@][\w.@-]*/u],
  ["sign", /^[(),/:]/u],
];

/** The tokens of a `$filter`, the last one of the kind `end`. https://docs.oasis-open.org/odata/odata/v4.01/ (ABNF) */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = skipBlanks(text, 0);
  while (position < text.length) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position = skipBlanks(text, position + token.length);
  }
  return [...tokens, { kind: "end", text: "", position: text.length }];
}

function tokenAt(text: string, position: number): Token & { readonly length: number } {
  const rest = text.slice(position);
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    const said = kind === "string" ? found.slice(1, -1).replaceAll("''", "'") : found;
    return { kind, text: said, position, length: found.length };
  }
  if (rest.startsWith("'")) throw new ODataSyntaxError("There is an unterminated string literal", position);
  throw new ODataSyntaxError(`Syntax error: character '${rest.slice(0, 1)}' is not valid`, position);
}

function skipBlanks(text: string, from: number): number {
  let position = from;
  while (/[ \t]/u.test(text.charAt(position))) position++;
  return position;
}
