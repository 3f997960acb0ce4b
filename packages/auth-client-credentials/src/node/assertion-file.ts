import type { AssertionCallback } from "../federated-identity.ts";
import { readBounded } from "./read-bounded.ts";

/**
 * The token in a file that is renewed from outside, as Kubernetes does (`AZURE_FEDERATED_TOKEN_FILE`). It is read for each token, so the
 * file may be renewed, replaced or emptied for a moment.
 * @example
 * federatedIdentity({ tenantId, clientId, transport, assertion: assertionFile("/var/run/secrets/azure/tokens/azure-identity-token") })
 */
export function assertionFile(path: string): AssertionCallback {
  return async () => (await readBounded(path, 16_384)).toString("utf8");
}
