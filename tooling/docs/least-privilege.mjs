/**
 * The page docs/least-privilege.md, made of the contract and its permissions: for each operation the least permission of each kind.
 * @param {{
 *   readonly operations: Readonly<Record<string, { readonly id: string, readonly method: string, readonly path: string }>>,
 *   readonly permissions: Readonly<Record<string, { readonly application: readonly string[], readonly delegated: readonly string[], readonly roles: readonly string[], readonly docs?: string, readonly inferred?: boolean, readonly deprecated?: { readonly removal: string } }>>,
 *   readonly directoryRoles: readonly string[],
 * }} core
 * @returns {string}
 */
export function leastPrivilege({ operations, permissions, directoryRoles }) {
  const byId = new Map(Object.values(operations).map((operation) => [operation.id, operation]));
  // In the order of the permissions table, which is the one of the contract; a module's exports have none of their own.
  const rows = Object.entries(permissions).flatMap(([id, info]) => {
    const operation = byId.get(id);
    return operation === undefined ? [] : [row(operation, info, directoryRoles)];
  });
  return `# The least permission for each operation

Made by \`pnpm write:docs\` from the permissions table of \`@graph-sync/core\`; \`import { permissions } from "@graph-sync/core/permissions"\` has all of it, with what
else would do. A person needs, beside the delegated permission, one of the roles ${directoryRoles.join(", ")}, or to own the app; a row says where it is otherwise. \`OwnedBy\` works on what the
app's service principal owns ([step 5](app-registration.md#5-own-the-right-object-where-you-use-ownedby)); for the others take the permission after it.

| operation | for an app | for a person |
|---|---|---|
${rows.join("\n")}

¹ No page of Microsoft's names the permissions; they are taken from the operations beside it.
² Deprecated by Microsoft.
³ Without a directory role.
`;
}

function row({ id, method, path }, info, directoryRoles) {
  const name = info.docs === undefined ? `\`${id}\`` : `[\`${id}\`](${info.docs})`;
  const marks = `${info.inferred === true ? "¹" : ""}${info.deprecated === undefined ? "" : "²"}`;
  return `| ${name}${marks}<br>${method} ${path.replace("/{root}/{id}", "…")} | ${owned(info.application)} | ${code(info.delegated[0])}${besides(info.roles, directoryRoles)} |`;
}

/** What a person needs besides, where it is not what most rows ask for. */
function besides(roles, usual) {
  if (roles.length === 0) return "³";
  return roles.join() === usual.join() ? "" : ` and one of ${roles.join(", ")}`;
}

/** The least one; where that is for owned objects only, also the one for all. */
function owned(list) {
  const all = list.find((name) => !name.endsWith(".OwnedBy"));
  const least = list[0];
  return least === all || all === undefined ? code(least) : `${code(least)}, else ${code(all)}`;
}

const code = (name) => (name === undefined ? "none" : `\`${name}\``);
