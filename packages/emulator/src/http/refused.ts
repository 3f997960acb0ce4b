import { badRequest, type GraphFault } from "./graph-fault.ts";

/** An address that the service knows and refuses, other than by "no such address". */
interface Refused {
  readonly path: string;
  readonly fault: () => GraphFault;
}

export const refused: readonly Refused[] = [
  {
    // https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
    path: "/beta/servicePrincipals/:id/synchronization/jobs/:jobId/objectConnections",
    fault: () => badRequest("Object connections are not listed. Get them one at a time, by the id of an object."),
  },
];
