import { type AccessToken, AuthError, InvalidRequestError, type TokenSource } from "@graph-sync/core";
import { azureFacts } from "./azure-facts.ts";

/** What a credential of `@azure/identity` is, as far as it is used here. */
export interface AzureCredential {
  /** Gets a token for the scopes; null where the credential has none. */
  getToken(
    scopes: string | string[],
    options?: {
      abortSignal?: AbortSignal;
      claims?: string;
      enableCae?: boolean;
      tenantId?: string;
    },
  ): Promise<AzureToken | null>;
}

/** The token of such a credential, its times in milliseconds since 1970. */
export interface AzureToken {
  /** The token itself. A secret. */
  readonly token: string;
  /** When Graph stops taking it. */
  readonly expiresOnTimestamp: number;
  /** When to get the next one; undefined where the credential does not say. */
  readonly refreshAfterTimestamp?: number | undefined;
}

/** What the credential is asked for. */
export interface AzureIdentityOptions {
  /** The scope of the client's cloud unless told. */
  readonly scopes?: readonly string[];
  /** For a credential that may act in several tenants; its own one unless told. */
  readonly tenantId?: string;
  /**
   * Whether the service may revoke a token before its end (continuous access evaluation). True unless told; `bearerFrom` answers
   * its challenges, and a managed identity leaves it out by itself.
   */
  readonly continuousAccess?: boolean;
  /**
   * Whose tokens these are, where you know it: a cache keeps answers under it, also for another process. Each source is an identity of
   * its own unless told.
   */
  readonly partition?: string;
}

/**
 * Tokens of any credential of `@azure/identity`: `DefaultAzureCredential`, a managed identity, the Azure CLI, a browser, on-behalf-of.
 * The abort signal and the claims of a challenge are passed on.
 * @throws InvalidRequestError where it is no credential
 * @example
 * const auth = azureIdentity(new ManagedIdentityCredential());
 */
export function azureIdentity(credential: AzureCredential, options: AzureIdentityOptions = {}): TokenSource {
  const given: unknown = credential;
  if (typeof given !== "object" || given === null || !("getToken" in given) || typeof given.getToken !== "function") {
    throw new InvalidRequestError("azureIdentity takes a credential: an object with getToken(scopes, options).");
  }
  const { scopes, tenantId, continuousAccess = true, partition } = options;
  return Object.freeze({
    ...(partition === undefined ? {} : { partition }),
    async getToken({ scopes: asked, claims, signal }) {
      const request = credential.getToken([...(scopes ?? asked)], {
        abortSignal: signal,
        enableCae: continuousAccess,
        ...(claims === undefined ? {} : { claims }),
        ...(tenantId === undefined ? {} : { tenantId }),
      });
      const token = await request.catch((cause: unknown) => {
        if (signal.aborted) throw signal.reason;
        throw new AuthError("The Azure credential gave no token; its own error is the cause.", azureFacts(cause));
      });
      if (token === null) throw new AuthError("The Azure credential gave no token, and no reason.");
      return accessToken(token);
    },
  } satisfies TokenSource);
}

function accessToken({ token, expiresOnTimestamp, refreshAfterTimestamp }: AzureToken): AccessToken {
  const refreshAt = refreshAfterTimestamp === undefined ? {} : { refreshAt: refreshAfterTimestamp };
  return { token, expiresAt: expiresOnTimestamp, ...refreshAt };
}
