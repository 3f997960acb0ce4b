import { profileAdd } from "./add.ts";
import { profileList } from "./list.ts";
import { profileRemove } from "./remove.ts";
import { profileShow } from "./show.ts";
import { profileUse } from "./use.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `profile --help` lists them. */
export const profileVerbs: readonly AnyVerb[] = [profileList, profileAdd, profileUse, profileShow, profileRemove];
