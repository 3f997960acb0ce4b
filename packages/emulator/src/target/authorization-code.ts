import { isJsonObject } from "@graph-sync/core";
import { badRequest } from "../http/graph-fault.ts";
import { ask } from "./ask.ts";
import { webUrl, type Credentials } from "./credentials.ts";

/** Credentials by key, to be saved. */
export type AcquiredToken = readonly { readonly key: string; readonly value: string }[];

/**
 * Trades an authorization code for tokens: RFC 6749 §4.1.3. Which keys the service reads is not documented; these are the
 * ones that its list of keys has for it.
 * @throws {GraphFault} 400 with the cause
 */
export async function exchangeCode(
  fetch: typeof globalThis.fetch,
  credentials: Credentials,
  now: number,
): Promise<AcquiredToken> {
  const code = credentials.get("Oauth2AuthorizationCode");
  if (code === undefined) throw badRequest("The credentials have no Oauth2AuthorizationCode.");
  const url = webUrl(credentials.get("Oauth2TokenExchangeUri"));
  if (url === undefined) throw badRequest("The credentials have no Oauth2TokenExchangeUri that is an address.");
  const form = new URLSearchParams({ grant_type: "authorization_code", code });
  for (const [name, key] of parameters) {
    const value = credentials.get(key);
    if (value !== undefined) form.set(name, value);
  }
  const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
  const { status, json } = await ask(fetch, url, { method: "POST", headers, body: form.toString() });
  const token = isJsonObject(json) ? json["access_token"] : undefined;
  if (status !== 200 || !isJsonObject(json) || typeof token !== "string" || token === "") {
    const code = isJsonObject(json) ? json["error"] : undefined;
    // A code, and not a page that somebody put there.
    const error = typeof code === "string" ? ` and the error ${code.slice(0, 100)}` : "";
    throw badRequest(`${url.origin} answered the authorization code with ${status}${error}, and with no access token.`);
  }
  const refresh = json["refresh_token"];
  return [
    { key: "Oauth2AccessToken", value: token },
    { key: "Oauth2AccessTokenCreationTime", value: new Date(now).toISOString() },
    ...(typeof refresh === "string" ? [{ key: "Oauth2RefreshToken", value: refresh }] : []),
  ];
}

const parameters = [
  ["redirect_uri", "Oauth2RedirectUri"],
  ["client_id", "Oauth2ClientId"],
  ["client_secret", "Oauth2ClientSecret"],
] as const;
