/** A media type and its parameters, by names in lower case. */
export interface MediaType {
  /** Type and subtype in lower case, such as `application/json`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const essence = new RegExp(`(?<type>${token}/${token})`, "uy");
const quoted = String.raw`"(?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t \x21-\x7e\x80-\xff])*"`;
// A `;` without a parameter behind it is allowed.
const parameter = new RegExp(`[ \\t]*;[ \\t]*(?:(?<name>${token})=(?<value>${token}|${quoted}))?`, "uy");

/**
 * Reads a `Content-Type` by its grammar; undefined for anything that is not of it, and where a parameter is there twice.
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
 */
export function readMediaType(header: string): MediaType | undefined {
  essence.lastIndex = 0;
  const type = essence.exec(header)?.groups?.["type"];
  if (type === undefined) return undefined;
  const parameters = new Map<string, string>();
  let at = essence.lastIndex;
  while (at < header.length) {
    parameter.lastIndex = at;
    const groups = parameter.exec(header)?.groups;
    if (groups === undefined) return undefined;
    const { name, value } = groups;
    if (name !== undefined && value !== undefined) {
      if (parameters.has(name.toLowerCase())) return undefined;
      parameters.set(name.toLowerCase(), unquoted(value));
    }
    at = parameter.lastIndex;
  }
  return { type: type.toLowerCase(), parameters };
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(?<sign>.)/gu, "$<sign>") : value;
}
