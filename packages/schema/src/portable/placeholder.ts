/**
 * A placeholder is `{{kind:name}}`, or `{{kind}}` where there is only one. Two braces that a schema itself holds are
 * written as `{{literal}}`, so that every text comes back as it was.
 */
export type PlaceholderKind = "schema" | "context" | "tenant" | "tenantCompact" | "rule" | "directory" | "extension";

/** Values by the key of their placeholder: `{ "tenant": "…", "directory:Salesforce": "…" }`. */
export type Bindings = Readonly<Record<string, string>>;

/** The key of what is called `name`; a name that others share needs the id as well, and no other tenant has that. */
export function keyOf(kind: PlaceholderKind, name?: string, id?: string): string {
  return `${kind}${name === undefined ? "" : `:${encode(name)}`}${id === undefined ? "" : `@${encode(id)}`}`;
}

/** Text with a placeholder in it. */
export const placeholder = (key: string): string => `{{${key}}}`;

/** Text in which the braces of the schema's own are told apart from ours. */
export const protect = (text: string): string => text.replaceAll("{{", placeholder(literal));

/** Text with the values in the place of the placeholders; `missing` is told every key that has none. */
export function fill(
  text: string,
  valueOf: (key: string) => string | undefined,
  missing: (key: string) => void,
): string {
  return text.replace(pattern, (whole, key: string) => {
    if (key === literal) return "{{";
    const value = valueOf(key);
    if (value === undefined) missing(key);
    return value ?? whole;
  });
}

/** The keys of the placeholders in a text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, key]) => (key === undefined || key === literal ? [] : [key]));
}

const literal = "literal";
/** No braces inside, so that the search never goes back; anything else in double braces is the schema's own text. */
const pattern = /\{\{((?:schema|context|tenant|tenantCompact|rule|directory|extension|literal)(?:[:@][^{}]*)?)\}\}/g;

/** `@` and braces are signs of ours; `%` stands for itself only as `%25`. */
function encode(name: string): string {
  return name.replace(/[%@{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
