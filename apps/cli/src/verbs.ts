import type { AnyVerb } from "./verb.ts";

/** What stands in the root's help: a group of verbs, or a verb without one. */
export interface Branch {
  /** The group, or the verb and its arguments. */
  readonly words: string;
  /** What the verbs of the group are about, or the verb's own summary, which is loaded too late for that help. */
  readonly summary: string;
  /** Loads the verbs, since only those of one branch are ever used. */
  verbs(): Promise<readonly AnyVerb[]>;
}

/** In the order in which `--help` lists them. A verb that none of them loads does not exist. */
export const branches: readonly Branch[] = [
  {
    words: "login",
    summary: "sign in, and keep how in a profile",
    verbs: async () => [(await import("./commands/login.ts")).login],
  },
  {
    words: "logout",
    summary: "forget the tokens of a profile",
    verbs: async () => [(await import("./commands/logout.ts")).logout],
  },
  {
    words: "whoami",
    summary: "show which tenant is meant, and as whom",
    verbs: async () => [(await import("./commands/whoami.ts")).whoami],
  },
  {
    words: "doctor [app]",
    summary: "try the connection, the credential and the permissions, and say what is wrong",
    verbs: async () => [(await import("./commands/doctor.ts")).doctor],
  },
  {
    words: "profile",
    summary: "tenants, and as whom you sign in to them",
    verbs: async () => (await import("./commands/profile/verbs.ts")).profileVerbs,
  },
  {
    words: "get [app]",
    summary: "read and print the synchronization object of an app",
    verbs: async () => [(await import("./commands/get.ts")).get],
  },
  {
    words: "app",
    summary: "apps whose accounts are provisioned",
    verbs: async () => (await import("./commands/app/verbs.ts")).appVerbs,
  },
  {
    words: "template",
    summary: "what a job can be made from",
    verbs: async () => (await import("./commands/template/verbs.ts")).templateVerbs,
  },
  {
    words: "job",
    summary: "synchronization jobs",
    verbs: async () => (await import("./commands/job/verbs.ts")).jobVerbs,
  },
  {
    words: "schema",
    summary: "attribute mappings, scoping filters and directories as files",
    verbs: async () => (await import("./commands/schema/verbs.ts")).schemaVerbs,
  },
  {
    words: "logs",
    summary: "what provisioning did, object by object",
    verbs: async () => (await import("./commands/logs/verbs.ts")).logsVerbs,
  },
  {
    words: "quarantine",
    summary: "jobs that the service holds back",
    verbs: async () => (await import("./commands/quarantine/verbs.ts")).quarantineVerbs,
  },
  {
    words: "provision",
    summary: "one object, now",
    verbs: async () => (await import("./commands/provision/verbs.ts")).provisionVerbs,
  },
  {
    words: "link",
    summary: "which objects belong together (beta)",
    verbs: async () => (await import("./commands/link/verbs.ts")).linkVerbs,
  },
  {
    words: "fleet",
    summary: "all apps at once",
    verbs: async () => (await import("./commands/fleet/verbs.ts")).fleetVerbs,
  },
  {
    words: "snapshot",
    summary: "all jobs and schemas as files",
    verbs: async () => (await import("./commands/snapshot/verbs.ts")).snapshotVerbs,
  },
  {
    words: "request <method> <path>",
    summary: "send any request of Graph, and print the JSON of its answer",
    verbs: async () => [(await import("./commands/request.ts")).request],
  },
  {
    words: "secret",
    summary: "credentials of an app",
    verbs: async () => (await import("./commands/secret/verbs.ts")).secretVerbs,
  },
  {
    words: "settings",
    summary: "sync scope, notification mail, delete threshold",
    verbs: async () => (await import("./commands/settings/verbs.ts")).settingsVerbs,
  },
  {
    words: "expr",
    summary: "expressions of attribute mappings, tried without a tenant",
    verbs: async () => (await import("./commands/expr/verbs.ts")).exprVerbs,
  },
  {
    words: "mapping",
    summary: "attribute mappings of a job",
    verbs: async () => (await import("./commands/mapping/verbs.ts")).mappingVerbs,
  },
  {
    words: "filter",
    summary: "scoping filters of a job",
    verbs: async () => (await import("./commands/filter/verbs.ts")).filterVerbs,
  },
  {
    words: "completion <shell>",
    summary: "print a script that completes graph-sync in bash, zsh, fish or powershell",
    verbs: async () => [(await import("./commands/completion.ts")).completion],
  },
];

/** Every verb. */
export async function allVerbs(): Promise<readonly AnyVerb[]> {
  return (await Promise.all(branches.map(({ verbs }) => verbs()))).flat();
}
