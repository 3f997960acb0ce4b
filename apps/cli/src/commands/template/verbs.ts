import { templateGet } from "./get.ts";
import { templateList } from "./list.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `template --help` lists them. */
export const templateVerbs: readonly AnyVerb[] = [templateList, templateGet];
