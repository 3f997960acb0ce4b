import { schemaApply } from "./apply.ts";
import { schemaDiff } from "./diff.ts";
import { schemaDiscover } from "./discover.ts";
import { schemaExport } from "./export.ts";
import { schemaFmt } from "./fmt.ts";
import { schemaFunctions } from "./functions.ts";
import { schemaHistory } from "./history.ts";
import { schemaLint } from "./lint.ts";
import { schemaOperators } from "./operators.ts";
import { schemaPlan } from "./plan.ts";
import { schemaRollback } from "./rollback.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `schema --help` lists them. */
export const schemaVerbs: readonly AnyVerb[] = [
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
