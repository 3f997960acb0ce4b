import { provisionGroup } from "./group.ts";
import { provisionUser } from "./user.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `provision --help` lists them. */
export const provisionVerbs: readonly AnyVerb[] = [provisionUser, provisionGroup];
