/** Keeps refresh tokens, by authority, tenant and client id. Who holds one acts as the person: keep it as a password. */
export interface TokenStore {
  /** The token kept under the key; undefined where there is none. */
  get(key: string): Promise<string | undefined>;
  /** Keeps a token under the key, in place of an older one. */
  set(key: string, refreshToken: string): Promise<void>;
  /** Forgets the token; no error where there is none. */
  delete(key: string): Promise<void>;
}

/** A store that ends with the process. */
export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, string>();
  return Object.freeze({
    get: async (key) => tokens.get(key),
    async set(key, refreshToken) {
      tokens.set(key, refreshToken);
    },
    async delete(key) {
      tokens.delete(key);
    },
  } satisfies TokenStore);
}
