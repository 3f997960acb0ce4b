import { snapshotCreate } from "./create.ts";
import { snapshotDiff } from "./diff.ts";
import { snapshotList } from "./list.ts";
import type { AnyVerb } from "../../verb.ts";

/** In the order in which `snapshot --help` lists them. */
export const snapshotVerbs: readonly AnyVerb[] = [snapshotCreate, snapshotList, snapshotDiff];
