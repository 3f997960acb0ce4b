import { quarantineExplain } from "./explain.ts";
import { quarantineList } from "./list.ts";
import { quarantineRelease } from "./release.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `quarantine --help` lists them. */
export const quarantineVerbs: readonly AnyVerb[] = [quarantineList, quarantineExplain, quarantineRelease];
