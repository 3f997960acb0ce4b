import { type Entra, entra, type EntraOptions, type GrantedToken, type OauthHttp } from "@graph-sync/auth-entra";
import { clouds, InvalidRequestError, isAuthError, type TokenRequest, type TokenSource } from "@graph-sync/core";
import { None, refreshTokenGrantRequest } from "oauth4webapi";
import { inTurn } from "./in-turn.ts";
import { retold } from "./retold.ts";
import { type DevicePrompt, signIn } from "./sign-in.ts";
import { memoryTokenStore, type TokenStore } from "./token-store.ts";

/** How a person signs in, and where what renews the sign-in is kept. */
export interface DeviceCodeOptions extends EntraOptions {
  /** Shows the person where to go and what to enter. The sign-in waits for it, and then for the person. */
  readonly prompt: (prompt: DevicePrompt) => void | Promise<void>;
  /** What is asked for, such as `["Synchronization.Read.All"]`; everything the app has consent for unless told. */
  readonly scopes?: readonly string[];
  /** Keeps the refresh token; memory of this source unless told. It renews the sign-in for months: keep it as a password. */
  readonly store?: TokenStore;
}

/** A token source for one person. */
export interface DeviceCodeSource extends TokenSource {
  /**
   * Signs in now, where there is nothing that renews an earlier sign-in. A call would do it too, but a call ends with its own
   * `timeoutMs`, and a person takes minutes.
   * @throws AuthError where the person declines (`authorization_declined`, `access_denied`) or the code is too old (`expired_token`)
   */
  signIn(options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/**
 * Tokens for a person who signs in on another screen (RFC 8628), for terminals. The app registration must allow public client
 * flows. One source is one person: where the sign-in cannot be renewed any more, calls fail and a new source signs in again.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 * @throws InvalidRequestError for bad options
 * @example
 * const auth = deviceCode({ tenantId, clientId, transport, prompt: ({ message }) => console.error(message) });
 * await auth.signIn();
 */
export function deviceCode(options: DeviceCodeOptions): DeviceCodeSource {
  const { prompt, scopes, store = memoryTokenStore(), ...rest } = options;
  const given: unknown = prompt;
  if (typeof given !== "function") {
    throw new InvalidRequestError("prompt must be a function that shows the person what to do.");
  }
  const app = entra(rest);
  const { scope: cloudScope } = rest.cloud ?? clouds.global;
  const turn = inTurn();
  let known = false;

  // One after the other: two calls at once must not ask a person twice.
  const getToken = (request: TokenRequest): Promise<GrantedToken> =>
    turn(request.signal, async () => {
      const wanted = { ...request, scopes: [...(scopes ?? request.scopes), "offline_access"] };
      const token = (await renewed(wanted)) ?? (await signIn(app, wanted, prompt));
      known = true;
      if (token.refreshToken !== undefined) await store.set(app.partition, token.refreshToken);
      return token;
    });

  /** A token by the kept refresh token; undefined where there is none, or where it is not good any more. */
  async function renewed(request: TokenRequest): Promise<GrantedToken | undefined> {
    const kept = await store.get(app.partition);
    if (kept === undefined) return undefined;
    try {
      return await app.token((parameters, http) => refresh(app, kept, parameters, http), request);
    } catch (error) {
      if (!isAuthError(error) || !needsPerson.has(error.error)) throw error;
      await store.delete(app.partition);
      if (!known) return undefined;
      // Somebody else might sign in, and would get what is kept for the first one.
      throw retold(`The sign-in cannot be renewed: sign in again with a new source. ${error.message}`, error);
    }
  }

  return Object.freeze({
    getToken,
    async signIn({ signal = new AbortController().signal } = {}) {
      await getToken({ scopes: [cloudScope], claims: undefined, signal });
    },
  });
}

/** Errors that no repetition helps, only the person. */
const needsPerson: ReadonlySet<string | undefined> = new Set(["invalid_grant", "interaction_required"]);

function refresh(
  { server, client }: Entra,
  token: string,
  additionalParameters: Readonly<Record<string, string>>,
  http: OauthHttp,
): Promise<Response> {
  return refreshTokenGrantRequest(server, client, None(), token, { ...http, additionalParameters });
}
