import { logsExport } from "./export.ts";
import { logsList } from "./list.ts";
import { logsSummary } from "./summary.ts";
import { logsTail } from "./tail.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `logs --help` lists them. */
export const logsVerbs: readonly AnyVerb[] = [logsList, logsTail, logsSummary, logsExport];
