import { listProvisioningLogs } from "../contract/provisioning-logs.ts";
import type { ProvisioningObjectSummary } from "../model/provisioning-object-summary.ts";
import type { CollectionQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import { type Caller, type CallerOptions, createCaller } from "./caller.ts";
import {
  type ApplicationsClient,
  applicationsClient,
  type ApplicationTemplateClient,
  applicationTemplateClient,
  type ServicePrincipalsClient,
  servicePrincipalsClient,
  type UserClient,
  userClient,
} from "./directory-client.ts";
import type { Pages } from "./pages.ts";

/** The audit logs of the tenant. */
export interface AuditLogsClient {
  /**
   * What provisioning did, an entry an object, 5 to 10 minutes late. Give `top` to get pages. Needs
   * ProvisioningLog.Read.All; at most 5 calls in 10 seconds.
   */
  provisioning(
    query?: CollectionQuery<ProvisioningObjectSummary>,
    options?: CallOptions,
  ): Pages<ProvisioningObjectSummary>;
}

/** A caller with a method for each operation. */
export interface Client extends Caller {
  /** The service principals (enterprise applications) of the tenant, and the synchronization below each. */
  readonly servicePrincipals: ServicePrincipalsClient;
  /** The app registrations of the tenant, and the synchronization below each. */
  readonly applications: ApplicationsClient;
  /** The provisioning logs of the tenant. */
  readonly auditLogs: AuditLogsClient;
  /** One app of the gallery, by the id of its template. */
  applicationTemplates(id: string): ApplicationTemplateClient;
  /** One user, by object id or user principal name. */
  users(id: string): UserClient;
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
    servicePrincipals: servicePrincipalsClient(caller),
    applications: applicationsClient(caller),
    auditLogs: {
      provisioning: (query, options) => caller.pages(listProvisioningLogs, { query }, options),
    },
    applicationTemplates: (id) => applicationTemplateClient(caller, id),
    users: (id) => userClient(caller, id),
  };
}
