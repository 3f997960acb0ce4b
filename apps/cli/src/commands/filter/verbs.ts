import { filterList } from "./list.ts";
import { filterSet } from "./set.ts";
import { filterTest } from "./test.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `filter --help` lists them. */
export const filterVerbs: readonly AnyVerb[] = [filterList, filterSet, filterTest];
