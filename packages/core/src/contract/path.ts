import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { OperationInfo } from "./operation.ts";

/** The path of a call and the ids in it. */
export interface ResolvedPath {
  /** Below the version, percent-encoded. */
  readonly path: string;
  /** The ids by name, as given. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Fills a row's path with the ids of a call. `{root}` and `{id}` come from `servicePrincipalId` or `applicationId`.
 * @throws InvalidRequestError for an id that is missing or could change the path.
 */
export function resolvePath(operation: OperationInfo, input: Readonly<Record<string, unknown>>): ResolvedPath {
  const params: Record<string, string> = {};
  let path = "";
  let root: keyof typeof idNames | undefined;
  for (const [index, part] of partsOf(operation).entries()) {
    if (index % 2 === 0) path += part;
    else if (part === "root") path += root = rootOf(operation, input);
    else {
      const name = part === "id" && root !== undefined ? idNames[root] : part;
      const id = checkId(operation, name, input[name]);
      params[name] = id;
      // Inside an OData key literal a quote is doubled.
      path += encode(operation, name, path.endsWith("'") ? id.replaceAll("'", "''") : id);
    }
  }
  return { path, params: Object.freeze(params) };
}

/** Texts and parameter names of a row's path in turn; taken apart once for a row. */
function partsOf(operation: OperationInfo): readonly string[] {
  let parts = taken.get(operation);
  if (parts === undefined) {
    parts = operation.path.split(/[{}]/);
    taken.set(operation, parts);
  }
  return parts;
}

const taken = new WeakMap<OperationInfo, readonly string[]>();

const idNames = { servicePrincipals: "servicePrincipalId", applications: "applicationId" } as const;

function rootOf(operation: OperationInfo, input: Readonly<Record<string, unknown>>): keyof typeof idNames {
  const onServicePrincipal = input[idNames.servicePrincipals] !== undefined;
  const onApplication = input[idNames.applications] !== undefined;
  if (onServicePrincipal === onApplication) {
    throw new InvalidRequestError(`${operation.id} takes either a servicePrincipalId or an applicationId.`);
  }
  const root = onServicePrincipal ? "servicePrincipals" : "applications";
  if (operation.roots !== undefined && !operation.roots.includes(root)) {
    throw new InvalidRequestError(`${operation.id} does not exist below /${root}: use ${operation.roots.join(", ")}.`);
  }
  return root;
}

/** Encoding does not stop `.` and `..`, which a URL parser resolves; control characters end up in logs. */
function checkId(operation: OperationInfo, name: string, id: unknown): string {
  const fault = idFault(id);
  if (fault === undefined && typeof id === "string") return id;
  throw new InvalidRequestError(`${operation.id}: ${name} ${fault}.`);
}

function idFault(id: unknown): string | undefined {
  if (id === undefined) return "is missing";
  if (typeof id !== "string") return `must be text, not ${id === null ? "null" : typeof id}`;
  if (id === "") return "is empty";
  if (id.length > 256) return "is longer than 256 characters";
  if (id === "." || id === "..") return "must not be . or ..";
  // Control characters are what this pattern is for.
  const bad = /[\x00-\x1f\x7f-\x9f/\\?#%]/.exec(id);
  if (bad !== null) return `has a character that no id has, at position ${bad.index + 1}`;
  if (id !== id.trim()) return "begins or ends with a blank";
  return undefined;
}

function encode(operation: OperationInfo, name: string, id: string): string {
  try {
    return encodeURIComponent(id);
  } catch {
    throw new InvalidRequestError(`${operation.id}: ${name} is not valid Unicode text.`);
  }
}
