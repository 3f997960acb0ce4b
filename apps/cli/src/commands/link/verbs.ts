import { linkDelete } from "./delete.ts";
import { linkGet } from "./get.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `link --help` lists them. */
export const linkVerbs: readonly AnyVerb[] = [linkGet, linkDelete];
