import { mappingAdd } from "./add.ts";
import { mappingGet } from "./get.ts";
import { mappingList } from "./list.ts";
import { mappingRemove } from "./remove.ts";
import { mappingSet } from "./set.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `mapping --help` lists them. */
export const mappingVerbs: readonly AnyVerb[] = [mappingList, mappingGet, mappingSet, mappingAdd, mappingRemove];
