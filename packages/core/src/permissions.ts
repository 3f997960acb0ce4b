import type { OperationId } from "./contract/table.ts";

/** What a caller needs for an operation, and where it is documented. Any one of a list is enough; the least comes first. */
export interface PermissionInfo {
  /** For a person who signed in; a directory role or ownership of the app is needed too. */
  readonly delegated: readonly string[];
  /** For an app that acts as itself. */
  readonly application: readonly string[];
  /** The page of the Graph reference, or of the guide that shows the operation. */
  readonly docs: string;
  /** True where no page names the permissions and they are taken from the operations beside it. */
  readonly inferred?: boolean;
}

const read: Pick<PermissionInfo, "delegated" | "application"> = {
  delegated: ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
  application: ["Application.ReadWrite.OwnedBy", "Synchronization.Read.All", "Synchronization.ReadWrite.All"],
};

/** The second table: the same keys as the contract, with what people need to know and the wire does not. */
export const permissions: { readonly [Id in OperationId]: PermissionInfo } = {
  "synchronization.get": {
    ...read,
    docs: "https://learn.microsoft.com/graph/api/resources/synchronization-synchronization",
    inferred: true,
  },
  "jobs.list": { ...read, docs: "https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs" },
  "jobs.get": { ...read, docs: "https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-get" },
  "templates.list": {
    ...read,
    docs: "https://learn.microsoft.com/graph/api/synchronization-synchronization-list-templates",
  },
  "secrets.list": {
    ...read,
    docs: "https://learn.microsoft.com/entra/identity/app-provisioning/skip-out-of-scope-deletions",
    inferred: true,
  },
};

/** The directory roles that a signed-in person needs one of, unless they own the app. */
export const directoryRoles: readonly string[] = [
  "Application Administrator",
  "Cloud Application Administrator",
  "Hybrid Identity Administrator",
];
