import { fleetStatus } from "./status.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `fleet --help` lists them. */
export const fleetVerbs: readonly AnyVerb[] = [fleetStatus];
