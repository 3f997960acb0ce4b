import type { AnyCall } from "../handlers/handler.ts";
import type { Relation } from "../store/directory-links.ts";
import { linkedObjects } from "./links.ts";

/** What a handler needs to expand a relation. */
type Expanding = Pick<AnyCall, "db" | "expand">;

/** Adds to objects what `$expand` asks for of them. */
export type Expand = <Item extends { readonly id: string }>(
  call: Expanding,
  items: readonly Item[],
) => Promise<readonly Item[]>;

/** Graph expands so many of a relation and gives no link to more: https://learn.microsoft.com/graph/query-parameters */
const mostExpanded = 20;

/** Apps with their owners, where those are asked for. */
export const withOwners: Expand = (call, apps) =>
  expanded(call, apps, "owners", (owners) => ({ owners: owners.slice(0, mostExpanded) }));

/** Users with their managers, where those are asked for; whoever has none has no such member. */
export const withManagers: Expand = (call, users) =>
  expanded(call, users, "manager", ([manager]) => (manager === undefined ? {} : { manager }));

/** Groups with their members, where those are asked for. */
export const withMembers: Expand = (call, groups) =>
  expanded(call, groups, "members", (members) => ({ members: members.slice(0, mostExpanded) }));

async function expanded<Item extends { readonly id: string }>(
  call: Expanding,
  items: readonly Item[],
  relation: Relation,
  members: (linked: readonly object[]) => object,
): Promise<readonly Item[]> {
  if (!call.expand.has(relation)) return items;
  return Promise.all(
    items.map(async (item) => ({ ...item, ...members(await linkedObjects(call, item.id, relation)) })),
  );
}
