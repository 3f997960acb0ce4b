import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../model/check-schema.ts";
import { isArray, isObject, type Member, membersOf, objectOf } from "../model/json.ts";
import type { Finding } from "./lint.ts";
import type { Edit } from "./rule.ts";

/**
 * The schema with the fixes of these findings; findings without one, and fixes whose place is not in this schema, change
 * nothing. Where two fixes are for one place, the first holds. Lint again afterwards: a fix may show what it had hidden.
 * @throws SchemaError `not-a-schema`
 */
export function applyFixes(
  schema: SynchronizationSchema,
  findings: readonly Pick<Finding, "fix">[],
): SynchronizationSchema {
  checkSchema(schema);
  const top = emptyNode();
  for (const edit of findings.flatMap(({ fix }) => fix?.edits ?? [])) plant(edit, top);
  const [fixed] = edited(schema, top);
  checkSchema(fixed);
  return fixed;
}

/** The edits by their paths, so that one walk makes all of them and none moves the place of another. */
interface Node {
  edit: Edit | undefined;
  readonly below: Map<string | number, Node>;
}

const emptyNode = (): Node => ({ edit: undefined, below: new Map() });

function plant(edit: Edit, top: Node): void {
  let node = top;
  for (const step of edit.path) {
    const next = node.below.get(step) ?? emptyNode();
    node.below.set(step, next);
    node = next;
  }
  node.edit ??= edit;
}

/** The new value; none where it was removed. */
function edited(value: unknown, node: Node | undefined): readonly [unknown?] {
  if (node === undefined) return [value];
  if (node.edit !== undefined) return node.edit.value === undefined ? [] : [node.edit.value];
  if (isArray(value)) return [value.flatMap((item, index) => edited(item, node.below.get(index)))];
  if (!isObject(value)) return [value];
  const changed = membersOf(value).flatMap(([name, member]) =>
    edited(member, node.below.get(name)).map((one): Member => [name, one]),
  );
  const added = [...node.below].flatMap(([name, { edit }]): readonly Member[] => {
    const isNew = typeof name === "string" && edit?.value !== undefined && !Object.hasOwn(value, name);
    return isNew ? [[name, edit.value]] : [];
  });
  return [objectOf([...changed, ...added])];
}
