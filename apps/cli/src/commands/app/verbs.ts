import { appFind } from "./find.ts";
import { appList } from "./list.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `app --help` lists them. */
export const appVerbs: readonly AnyVerb[] = [appList, appFind];
