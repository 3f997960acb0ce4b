import { type Caller, type CallerOptions, createCaller } from "./caller.ts";
import { type SynchronizationClient, synchronizationClient } from "./synchronization-client.ts";

/** A service principal or an application, by its object id. */
export interface RootClient {
  /** What provisioning keeps for this app. */
  readonly synchronization: SynchronizationClient;
}

/** A caller with a method for each operation. */
export interface Client extends Caller {
  /** @param id the object id, never the appId */
  servicePrincipals(id: string): RootClient;
  /** @param id the object id, never the appId (client id) */
  applications(id: string): RootClient;
}

/**
 * Makes a client for the synchronization API.
 * @throws InvalidRequestError for bad options
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token)] });
 * const { secrets } = await graph.servicePrincipals(id).synchronization.get();
 */
export function createClient(options: CallerOptions): Client {
  const caller = createCaller(options);
  return {
    ...caller,
    servicePrincipals: (servicePrincipalId) => ({
      synchronization: synchronizationClient(caller, { servicePrincipalId }),
    }),
    applications: (applicationId) => ({ synchronization: synchronizationClient(caller, { applicationId }) }),
  };
}
