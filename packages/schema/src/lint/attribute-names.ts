import type { ObjectView } from "./model.ts";

/** Attributes that the service works out; they can be read although a directory need not list them. */
const computed: ReadonlySet<string> = new Set(["IsSoftDeleted", "appRoleAssignments"]);

export const isComputed = (name: string): boolean => computed.has(name);

/** Whether a name is one of a directory extension, in whatever case. */
export const isExtension = (name: string): boolean => /^extension_[0-9a-f]{32}_/i.test(name);

/** The name as the object has it, where it differs in case alone. */
export function spelledOtherwise(name: string, { attributes, spelling }: ObjectView): string | undefined {
  return attributes.has(name) ? undefined : spelling.get(name.toLowerCase());
}
