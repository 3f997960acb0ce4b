import { isJsonObject, type SynchronizationSchema } from "@graph-sync/core";
import { GraphFault } from "../http/graph-fault.ts";
import { ask } from "./ask.ts";
import { authorization, targetUrl, type Credentials } from "./credentials.ts";

/**
 * Does what "Test Connection" is documented to do: asks the target for an object whose matching attribute is a random GUID,
 * and wants to hear, in SCIM, that there is none.
 * https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups
 * @throws {GraphFault} 400 with the cause
 */
export async function testConnection(
  fetch: typeof globalThis.fetch,
  credentials: Credentials,
  schema: SynchronizationSchema | undefined,
): Promise<void> {
  const { path, attribute } = matchingIn(schema);
  const url = targetUrl(credentials, path);
  url.searchParams.set("filter", `${attribute} eq "${crypto.randomUUID()}"`);
  const headers = { ...authorization(credentials), accept: "application/scim+json" };
  const { status, json } = await ask(fetch, url, { method: "GET", headers }).catch(refuseUnanswered);
  const asked = `GET ${url.origin}${url.pathname}, filtered by ${attribute}`;
  if (status !== 200) throw unavailable(`${asked}, was answered with ${status}; 200 and an empty list were expected`);
  if (!isListResponse(json)) throw unavailable(`${asked}, was not answered with a SCIM list`);
  if (!isEmpty(json)) throw unavailable(`${asked}, found an object, although no object has a random value`);
  if (json["totalResults"] !== 0) throw unavailable(`${asked}, was answered with a list whose totalResults is not 0`);
}

/** The first matching attribute of the first enabled mapping of users, or else of groups. */
function matchingIn(schema: SynchronizationSchema | undefined): { readonly path: string; readonly attribute: string } {
  const mappings = (schema?.synchronizationRules ?? []).flatMap((rule) => rule.objectMappings ?? []);
  const enabled = mappings.filter((mapping) => mapping.enabled !== false);
  const isGroup = (name: string | null | undefined): boolean => /group$/iu.test(name ?? "");
  const mapping = enabled.find(({ targetObjectName }) => !isGroup(targetObjectName)) ?? enabled[0];
  const matching = (mapping?.attributeMappings ?? [])
    .filter(({ matchingPriority }) => (matchingPriority ?? 0) > 0)
    .sort((one, other) => (one.matchingPriority ?? 0) - (other.matchingPriority ?? 0))[0]?.targetAttributeName;
  return isGroup(mapping?.targetObjectName)
    ? { path: "/Groups", attribute: matching ?? "displayName" }
    : { path: "/Users", attribute: matching ?? "userName" };
}

/** RFC 7644 §3.4.2 */
const listResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

function isListResponse(json: unknown): json is Readonly<Record<string, unknown>> {
  return isJsonObject(json) && Array.isArray(json["schemas"]) && json["schemas"].includes(listResponse);
}

/** What is null is unassigned: RFC 7643 §2.5. */
function isEmpty({ Resources }: Readonly<Record<string, unknown>>): boolean {
  return (Resources ?? null) === null || (Array.isArray(Resources) && Resources.length === 0);
}

/** Nothing that can be read came from the target, which is one more way not to be available. */
function refuseUnanswered(error: unknown): never {
  throw error instanceof GraphFault ? new GraphFault(error.status, unavailableCode, error.message) : error;
}

/** The code as users saw it: https://github.com/bitwarden/server/issues/7309 */
const unavailableCode = "CredentialValidationUnavailable";

function unavailable(cause: string): GraphFault {
  return new GraphFault(400, unavailableCode, `${cause}.`);
}
