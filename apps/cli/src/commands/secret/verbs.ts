import { secretCheck } from "./check.ts";
import { secretList } from "./list.ts";
import { secretSet } from "./set.ts";
import { secretUnset } from "./unset.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `secret --help` lists them. */
export const secretVerbs: readonly AnyVerb[] = [secretList, secretSet, secretUnset, secretCheck];
