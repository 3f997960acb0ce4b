import { appFind } from "./commands/app/find.ts";
import { appList } from "./commands/app/list.ts";
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
  get,
  appList,
  appFind,
  templateList,
  templateGet,
  jobList,
  jobGet,
  jobStatus,
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
];

/** What the verbs of a group are about. */
export const groups: Readonly<Record<string, string>> = {
  app: "apps whose accounts are provisioned",
  template: "what a job can be made from",
  job: "synchronization jobs",
  schema: "attribute mappings, scoping filters and directories as files",
};
