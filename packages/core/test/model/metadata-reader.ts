import type { DeclaredType, DeclaredTypes } from "./declared-type.ts";

/** Reads the types of a metadata document (CSDL in XML), as the models should declare them. */
export function readMetadata(xml: string): DeclaredTypes {
  const types = new Map<string, DeclaredType>();
  for (const [, attributes = "", body = ""] of xml.matchAll(TYPE)) {
    const base = attribute(attributes, "BaseType");
    types.set(pascalCase(attribute(attributes, "Name") ?? ""), {
      base: base === undefined ? undefined : typeName(base),
      members: new Map([...readMembers(body)]),
    });
  }
  return types;
}

const TYPE = /<(?:EntityType|ComplexType|EnumType)\s([^>]*?)(?:\/>|>(.*?)<\/(?:EntityType|ComplexType|EnumType)>)/gs;
const MEMBER = /<(Property|NavigationProperty|Member)\s([^>]*)>/g;

function* readMembers(body: string): Generator<[name: string, declaration: string]> {
  for (const [, element, attributes = ""] of body.matchAll(MEMBER)) {
    const name = attribute(attributes, "Name") ?? "";
    const type = attribute(attributes, "Type") ?? "";
    yield [name, element === "Member" ? "" : `readonly ${name}?: ${typeName(type)} | null`];
  }
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  "Edm.Boolean": "boolean",
  "Edm.DateTimeOffset": "DateTimeOffset",
  "Edm.Duration": "Duration",
  "Edm.Guid": "string",
  "Edm.Int32": "number",
  "Edm.Int64": "number",
  "Edm.String": "string",
};

function typeName(type: string): string {
  const item = /^Collection\((.*)\)$/.exec(type)?.[1];
  if (item !== undefined) return `readonly ${typeName(item)}[]`;
  return PRIMITIVES[type] ?? pascalCase(type.replace(/^graph\./, ""));
}

function pascalCase(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The value of an XML attribute in the text of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}
