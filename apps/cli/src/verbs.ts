import { appFind } from "./commands/app/find.ts";
import { appList } from "./commands/app/list.ts";
import { completion } from "./commands/completion.ts";
import { login } from "./commands/login.ts";
import { logout } from "./commands/logout.ts";
import { profileAdd } from "./commands/profile/add.ts";
import { profileList } from "./commands/profile/list.ts";
import { profileRemove } from "./commands/profile/remove.ts";
import { profileShow } from "./commands/profile/show.ts";
import { profileUse } from "./commands/profile/use.ts";
import { whoami } from "./commands/whoami.ts";
import { doctor } from "./commands/doctor.ts";
import { fleetStatus } from "./commands/fleet/status.ts";
import { exprEval } from "./commands/expr/eval.ts";
import { exprFunctions } from "./commands/expr/functions.ts";
import { exprParse } from "./commands/expr/parse.ts";
import { exprTest } from "./commands/expr/test.ts";
import { filterList } from "./commands/filter/list.ts";
import { filterSet } from "./commands/filter/set.ts";
import { filterTest } from "./commands/filter/test.ts";
import { get } from "./commands/get.ts";
import { jobCreate } from "./commands/job/create.ts";
import { jobDelete } from "./commands/job/delete.ts";
import { jobGet } from "./commands/job/get.ts";
import { jobList } from "./commands/job/list.ts";
import { jobPause } from "./commands/job/pause.ts";
import { jobRestart } from "./commands/job/restart.ts";
import { jobStart } from "./commands/job/start.ts";
import { jobStatus } from "./commands/job/status.ts";
import { jobValidate } from "./commands/job/validate.ts";
import { jobWatch } from "./commands/job/watch.ts";
import { linkDelete } from "./commands/link/delete.ts";
import { linkGet } from "./commands/link/get.ts";
import { logsExport } from "./commands/logs/export.ts";
import { logsList } from "./commands/logs/list.ts";
import { logsSummary } from "./commands/logs/summary.ts";
import { logsTail } from "./commands/logs/tail.ts";
import { provisionGroup } from "./commands/provision/group.ts";
import { provisionUser } from "./commands/provision/user.ts";
import { quarantineExplain } from "./commands/quarantine/explain.ts";
import { quarantineList } from "./commands/quarantine/list.ts";
import { quarantineRelease } from "./commands/quarantine/release.ts";
import { request } from "./commands/request.ts";
import { mappingAdd } from "./commands/mapping/add.ts";
import { mappingGet } from "./commands/mapping/get.ts";
import { mappingList } from "./commands/mapping/list.ts";
import { mappingRemove } from "./commands/mapping/remove.ts";
import { mappingSet } from "./commands/mapping/set.ts";
import { secretCheck } from "./commands/secret/check.ts";
import { secretList } from "./commands/secret/list.ts";
import { secretSet } from "./commands/secret/set.ts";
import { secretUnset } from "./commands/secret/unset.ts";
import { settingsGet } from "./commands/settings/get.ts";
import { settingsSet } from "./commands/settings/set.ts";
import { snapshotCreate } from "./commands/snapshot/create.ts";
import { snapshotDiff } from "./commands/snapshot/diff.ts";
import { snapshotList } from "./commands/snapshot/list.ts";
import { schemaApply } from "./commands/schema/apply.ts";
import { schemaDiff } from "./commands/schema/diff.ts";
import { schemaDiscover } from "./commands/schema/discover.ts";
import { schemaExport } from "./commands/schema/export.ts";
import { schemaFmt } from "./commands/schema/fmt.ts";
import { schemaFunctions } from "./commands/schema/functions.ts";
import { schemaHistory } from "./commands/schema/history.ts";
import { schemaLint } from "./commands/schema/lint.ts";
import { schemaOperators } from "./commands/schema/operators.ts";
import { schemaPlan } from "./commands/schema/plan.ts";
import { schemaRollback } from "./commands/schema/rollback.ts";
import { templateGet } from "./commands/template/get.ts";
import { templateList } from "./commands/template/list.ts";
import type { AnyVerb } from "./verb.ts";

/** Every verb, in the order in which `--help` lists them. One that is not here does not exist. */
export const verbs: readonly AnyVerb[] = [
  login,
  logout,
  whoami,
  doctor,
  profileList,
  profileAdd,
  profileUse,
  profileShow,
  profileRemove,
  get,
  appList,
  appFind,
  templateList,
  templateGet,
  jobList,
  jobGet,
  jobStatus,
  jobWatch,
  jobCreate,
  jobStart,
  jobPause,
  jobRestart,
  jobValidate,
  jobDelete,
  schemaExport,
  schemaFmt,
  schemaLint,
  schemaDiff,
  schemaFunctions,
  schemaOperators,
  schemaDiscover,
  schemaPlan,
  schemaApply,
  schemaHistory,
  schemaRollback,
  logsList,
  logsTail,
  logsSummary,
  logsExport,
  quarantineList,
  quarantineExplain,
  quarantineRelease,
  provisionUser,
  provisionGroup,
  linkGet,
  linkDelete,
  fleetStatus,
  snapshotCreate,
  snapshotList,
  snapshotDiff,
  request,
  secretList,
  secretSet,
  secretUnset,
  secretCheck,
  settingsGet,
  settingsSet,
  exprParse,
  exprEval,
  exprFunctions,
  exprTest,
  mappingList,
  mappingGet,
  mappingSet,
  mappingAdd,
  mappingRemove,
  filterList,
  filterSet,
  filterTest,
  completion,
];

/** What the verbs of a group are about. */
export const groups: Readonly<Record<string, string>> = {
  profile: "tenants, and as whom you sign in to them",
  app: "apps whose accounts are provisioned",
  template: "what a job can be made from",
  job: "synchronization jobs",
  schema: "attribute mappings, scoping filters and directories as files",
  logs: "what provisioning did, object by object",
  quarantine: "jobs that the service holds back",
  provision: "one object, now",
  link: "which objects belong together (beta)",
  fleet: "all apps at once",
  secret: "credentials of an app",
  settings: "sync scope, notification mail, delete threshold",
  expr: "expressions of attribute mappings, without a tenant",
  mapping: "attribute mappings of a job",
  filter: "scoping filters of a job",
  snapshot: "all jobs and schemas as files",
};
