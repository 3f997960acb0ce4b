import { settingsGet } from "./get.ts";
import { settingsSet } from "./set.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `settings --help` lists them. */
export const settingsVerbs: readonly AnyVerb[] = [settingsGet, settingsSet];
