import { clientSecret, federatedIdentity } from "@graph-sync/auth-client-credentials";
import { deviceCode } from "@graph-sync/auth-device-code";
import { customCloud } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

/**
 * What runs in every runtime: each source that needs web standards only gets a token from the authority in `facts`. Gives
 * their names, and throws where one gets none.
 */
export async function signIn({ authority, tenantId, clientId, secret, assertion }) {
  const cloud = customCloud({ graphOrigin: "https://graph.example.com", authority });
  const app = { tenantId, clientId, cloud, transport: fetchTransport() };
  const sources = {
    clientSecret: clientSecret({ ...app, clientSecret: secret }),
    federatedIdentity: federatedIdentity({ ...app, assertion: () => assertion }),
    deviceCode: deviceCode({ ...app, prompt: () => undefined }),
  };
  const signal = AbortSignal.timeout(30_000);
  for (const [name, source] of Object.entries(sources)) {
    const { token } = await source.getToken({ scopes: [cloud.scope], claims: undefined, signal });
    if (!token.startsWith("fake.")) throw new Error(`${name} got something else than a token.`);
  }
  return Object.keys(sources);
}
