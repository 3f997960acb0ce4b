import type { AnyCall } from "../handlers/handler.ts";
import { linkedObjects } from "./links.ts";

/** What a handler needs to expand a relation. */
type Expanding = Pick<AnyCall, "db" | "expand">;

/** Graph expands so many of a relation and gives no link to more: https://learn.microsoft.com/graph/query-parameters */
const mostExpanded = 20;

/** Apps with their owners, where those are asked for. */
export async function withOwners<Item extends { readonly id: string }>(
  call: Expanding,
  apps: readonly Item[],
): Promise<readonly Item[]> {
  if (!call.expand.has("owners")) return apps;
  return Promise.all(
    apps.map(async (app) => ({
      ...app,
      owners: (await linkedObjects(call, app.id, "owners")).slice(0, mostExpanded),
    })),
  );
}

/** Users with their managers, where those are asked for; whoever has none has no such member. */
export async function withManagers<Item extends { readonly id: string }>(
  call: Expanding,
  users: readonly Item[],
): Promise<readonly Item[]> {
  if (!call.expand.has("manager")) return users;
  return Promise.all(
    users.map(async (user) => {
      const [manager] = await linkedObjects(call, user.id, "manager");
      return { ...user, ...(manager !== undefined && { manager }) };
    }),
  );
}
