import {
  clouds,
  InvalidRequestError,
  isJsonObject,
  type JsonObject,
  parseJson,
  type TokenRequest,
} from "@graph-sync/core";

/**
 * What a token request says beside its grant: the scope, and the claims. A client that takes revocation before a token's end says so by
 * the claim `xms_cc` (https://learn.microsoft.com/entra/identity-platform/claims-challenge#client-capabilities); it goes into the
 * claims that the service asked for, if it did.
 * @throws InvalidRequestError for no scope, for the scope of another cloud, and for claims that are no JSON object
 */
export function tokenParameters(
  { scopes, claims }: Pick<TokenRequest, "scopes" | "claims">,
  authority: string,
  continuousAccess: boolean,
): Readonly<Record<string, string>> {
  if (scopes.length === 0) throw new InvalidRequestError("A token was asked for without a scope: give at least one.");
  for (const scope of scopes) checkCloudOf(scope, authority);
  const merged = continuousAccess ? JSON.stringify(withCapability(challenge(claims))) : claims;
  return { scope: scopes.join(" "), ...(merged === undefined ? {} : { claims: merged }) };
}

function challenge(claims: string | undefined): JsonObject {
  const value = claims === undefined ? {} : parseJson(claims);
  if (isJsonObject(value)) return value;
  throw new InvalidRequestError("claims is not the text of a JSON object.");
}

function withCapability(claims: JsonObject): JsonObject {
  const { access_token: asked } = claims;
  return { ...claims, access_token: { ...(isJsonObject(asked) ? asked : {}), xms_cc: { values: ["cp1"] } } };
}

/** Each of Microsoft's clouds takes the tokens of its own authority only. */
function checkCloudOf(scope: string, authority: string): void {
  const origin = URL.canParse(scope) ? new URL(scope).origin : undefined;
  const cloud = Object.values(clouds).find(({ graphOrigin }) => graphOrigin === origin);
  const known = Object.values(clouds).some((each) => each.authority === authority);
  if (cloud === undefined || !known || cloud.authority === authority) return;
  throw new InvalidRequestError(
    `${authority} gives no tokens for ${cloud.graphOrigin}: give the token source cloud: clouds.${cloud.name}, as the client has it.`,
  );
}
