import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { OperationInfo, Root } from "./operation.ts";

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
  let rootId = "id";
  const path = operation.path.replace(/('?)\{(\w+)\}/g, (_, quote: string, part: string) => {
    if (part === "root") {
      const [name, root] = rootOf(operation, input);
      rootId = name;
      return root;
    }
    const name = part === "id" ? rootId : part;
    const id = checkId(operation, name, input[name]);
    params[name] = id;
    // Inside an OData key literal a quote is doubled.
    return quote + encodeURIComponent(quote === "" ? id : id.replaceAll("'", "''"));
  });
  return { path, params: Object.freeze(params) };
}

/** Each root by the name of its id. */
const roots: Readonly<Record<string, Root>> = {
  servicePrincipalId: "servicePrincipals",
  applicationId: "applications",
};

function rootOf(
  { id, roots: allowed }: OperationInfo,
  input: Readonly<Record<string, unknown>>,
): readonly [idName: string, root: Root] {
  const [given, another] = Object.entries(roots).filter(([name]) => input[name] !== undefined);
  if (given === undefined || another !== undefined) {
    throw new InvalidRequestError(`${id} takes either a servicePrincipalId or an applicationId.`);
  }
  if (allowed?.includes(given[1]) === false) {
    throw new InvalidRequestError(`${id} does not exist below /${given[1]}: use ${allowed.join(", ")}.`);
  }
  return given;
}

/** Encoding does not stop `.` and `..`, which a URL parser resolves; control characters end up in logs. */
const idPattern = /^(?!\.{1,2}$|\s)[^\p{Cc}\p{Cs}/\\?#%]{1,256}(?<!\s)$/u;

function checkId({ id: operation }: OperationInfo, name: string, id: unknown): string {
  if (typeof id === "string" && idPattern.test(id)) return id;
  const given = typeof id === "string" ? JSON.stringify(id.slice(0, 64)) : id === null ? "null" : typeof id;
  throw new InvalidRequestError(
    `${operation}: ${name} must be an id, not ${given}: 1 to 256 characters of Unicode text, no control characters, ` +
      `none of / \\ ? # %, no blanks at its ends, and not . or .. alone.`,
  );
}
