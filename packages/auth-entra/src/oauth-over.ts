import {
  AuthError,
  type Clock,
  emptyHeaders,
  type GraphRequest,
  type OperationInfo,
  optionBag,
  type Transport,
} from "@graph-sync/core";
import { allowInsecureRequests, customFetch, type CustomFetchOptions } from "oauth4webapi";
import { refusal } from "./refusal.ts";

/** What oauth4webapi's requests take as their last argument. */
export interface OauthHttp {
  /** Ends the request. */
  readonly signal: AbortSignal;
  /** Sends over our transport instead of the platform's fetch. */
  readonly [customFetch]: (url: string, options: CustomFetchOptions<"POST", URLSearchParams>) => Promise<Response>;
  /** Whether http is allowed: only to this machine. */
  readonly [allowInsecureRequests]: boolean;
}

/** A token request is no operation of Graph; a second one only gives another token. */
const tokenRequest: OperationInfo = {
  id: "entra.token",
  method: "POST",
  path: "",
  repeat: "idempotent",
  status: 200,
  evidence: "documented",
};

/** Larger answers are none; a token is a few kilobytes. */
const maxLength = 1024 * 1024;

/**
 * The bridge from a transport to the fetch that oauth4webapi sends with. Only a 200 comes back as a response: everything else is an
 * `AuthError`, a redirect too, since the credential is in the body.
 */
export function oauthOver(transport: Transport, authority: string, clock: Clock, signal: AbortSignal): OauthHttp {
  return {
    signal,
    // The cloud's record lets http be on loopback alone.
    [allowInsecureRequests]: authority.startsWith("http:"),
    async [customFetch](url, { headers, body }) {
      const response = await transport.send(graphRequest(url, headers, body.toString(), signal));
      if (response.status !== 200) throw refusal(authority, response, clock);
      if (response.body.length > maxLength) {
        throw new AuthError(`${authority} answered more than ${maxLength} bytes, which no token has.`);
      }
      return new Response(response.body, { headers: { "content-type": response.headers["content-type"] ?? "" } });
    },
  };
}

function graphRequest(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): GraphRequest {
  // An answer that belongs to another request would be another identity's token: Entra repeats the id when asked to.
  const ids = { "client-request-id": crypto.randomUUID(), "return-client-request-id": "true" };
  return Object.freeze({
    method: "POST",
    url,
    headers: Object.freeze(Object.assign(emptyHeaders(), headers, ids)),
    body,
    signal,
    deadline: Infinity,
    operation: tokenRequest,
    params: {},
    options: optionBag([]),
  });
}
