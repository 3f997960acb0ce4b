import {
  getApplication,
  getApplicationByAppId,
  instantiateApplicationTemplate,
  type InstantiatedApplication,
  listApplications,
} from "../contract/applications.ts";
import {
  getServicePrincipal,
  getServicePrincipalByAppId,
  listServicePrincipalOwners,
  listServicePrincipals,
} from "../contract/service-principals.ts";
import { getUser } from "../contract/users.ts";
import type { Application } from "../model/application.ts";
import type { DirectoryObject } from "../model/directory-object.ts";
import type { ServicePrincipal } from "../model/service-principal.ts";
import type { User } from "../model/user.ts";
import type { CollectionQuery, EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import type { Pages } from "./pages.ts";
import { type SynchronizationClient, synchronizationClient } from "./synchronization-client.ts";

/** One service principal, by its object id. */
export interface ServicePrincipalClient {
  /** What provisioning keeps for this app. */
  readonly synchronization: SynchronizationClient;
  /** Needs Application.Read.All. */
  get(query?: EntityQuery<ServicePrincipal, "owners">, options?: CallOptions): Promise<ServicePrincipal>;
  /** Its owners, who are not those of the app registration. Needs Application.Read.All. */
  owners(query?: CollectionQuery<DirectoryObject>, options?: CallOptions): Pages<DirectoryObject>;
}

/** The service principals of the tenant; called with an object id, never the appId, one of them. */
export interface ServicePrincipalsClient {
  /** One service principal. */
  (servicePrincipalId: string): ServicePrincipalClient;
  /** Needs Application.Read.All. */
  list(query?: CollectionQuery<ServicePrincipal, "owners">, options?: CallOptions): Pages<ServicePrincipal>;
  /** The one with this appId (client id), from which its object id can be read. Needs Application.Read.All. */
  getByAppId(
    appId: string,
    query?: EntityQuery<ServicePrincipal, "owners">,
    options?: CallOptions,
  ): Promise<ServicePrincipal>;
}

export function servicePrincipalsClient(caller: Caller): ServicePrincipalsClient {
  return Object.assign(
    (servicePrincipalId: string): ServicePrincipalClient => ({
      synchronization: synchronizationClient(caller, { servicePrincipalId }),
      get: (query, options) => caller.call(getServicePrincipal, { servicePrincipalId, query }, options),
      owners: (query, options) => caller.pages(listServicePrincipalOwners, { servicePrincipalId, query }, options),
    }),
    {
      list: (query?: CollectionQuery<ServicePrincipal, "owners">, options?: CallOptions) =>
        caller.pages(listServicePrincipals, { query }, options),
      getByAppId: (appId: string, query?: EntityQuery<ServicePrincipal, "owners">, options?: CallOptions) =>
        caller.call(getServicePrincipalByAppId, { appId, query }, options),
    },
  );
}

/** One app registration, by its object id. */
export interface ApplicationClient {
  /** What provisioning keeps for this app. */
  readonly synchronization: SynchronizationClient;
  /** Needs Application.Read.All. */
  get(query?: EntityQuery<Application, "owners">, options?: CallOptions): Promise<Application>;
}

/** The app registrations of the tenant; called with an object id, never the appId, one of them. */
export interface ApplicationsClient {
  /** One app registration. */
  (applicationId: string): ApplicationClient;
  /** Needs Application.Read.All. */
  list(query?: CollectionQuery<Application, "owners">, options?: CallOptions): Pages<Application>;
  /** The one with this appId (client id), from which its object id can be read. Needs Application.Read.All. */
  getByAppId(appId: string, query?: EntityQuery<Application, "owners">, options?: CallOptions): Promise<Application>;
}

export function applicationsClient(caller: Caller): ApplicationsClient {
  return Object.assign(
    (applicationId: string): ApplicationClient => ({
      synchronization: synchronizationClient(caller, { applicationId }),
      get: (query, options) => caller.call(getApplication, { applicationId, query }, options),
    }),
    {
      list: (query?: CollectionQuery<Application, "owners">, options?: CallOptions) =>
        caller.pages(listApplications, { query }, options),
      getByAppId: (appId: string, query?: EntityQuery<Application, "owners">, options?: CallOptions) =>
        caller.call(getApplicationByAppId, { appId, query }, options),
    },
  );
}

/** One app of the gallery. */
export interface ApplicationTemplateClient {
  /**
   * Adds the app to the tenant. Never sent twice, for each call makes another app; the new one may not be readable for
   * minutes. Needs Application.ReadWrite.All.
   */
  instantiate(body: { readonly displayName: string }, options?: CallOptions): Promise<InstantiatedApplication>;
}

export function applicationTemplateClient(caller: Caller, applicationTemplateId: string): ApplicationTemplateClient {
  return {
    instantiate: (body, options) =>
      caller.call(instantiateApplicationTemplate, { applicationTemplateId, body }, options),
  };
}

/** One user. */
export interface UserClient {
  /** Needs User.Read.All. */
  get(query?: EntityQuery<User, "manager">, options?: CallOptions): Promise<User>;
}

export function userClient(caller: Caller, userId: string): UserClient {
  return { get: (query, options) => caller.call(getUser, { userId, query }, options) };
}
