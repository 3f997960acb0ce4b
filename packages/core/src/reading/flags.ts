import type { ObjectMapping } from "../model/object-mapping.ts";

/** The members of a flags enum, which the service sends as one string: `"Add, Update"`, with or without blanks. */
export function parseFlags(flags: string | null | undefined): readonly string[] {
  return (typeof flags === "string" ? flags : "")
    .split(",")
    .map((flag) => flag.trim())
    .filter((flag) => !/^(none)?$/i.test(flag));
}

/** Which changes of an object a mapping passes on; unknown ones are kept. */
export function flowTypes(mapping: ObjectMapping): readonly string[] {
  return parseFlags(mapping.flowTypes);
}
