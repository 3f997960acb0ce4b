import { jobCreate } from "./create.ts";
import { jobDelete } from "./delete.ts";
import { jobGet } from "./get.ts";
import { jobList } from "./list.ts";
import { jobPause } from "./pause.ts";
import { jobRestart } from "./restart.ts";
import { jobStart } from "./start.ts";
import { jobStatus } from "./status.ts";
import { jobValidate } from "./validate.ts";
import { jobWatch } from "./watch.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `job --help` lists them. */
export const jobVerbs: readonly AnyVerb[] = [
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
];
