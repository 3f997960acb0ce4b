import { isAbsolute, join } from "node:path";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Surroundings } from "../surroundings.ts";

/** Where the program keeps profiles and tokens, in the order in which it looks. */
const places = [
  ["GRAPH_SYNC_CONFIG", ""],
  ["XDG_CONFIG_HOME", "graph-sync"],
  ["APPDATA", "graph-sync"],
  ["HOME", ".config/graph-sync"],
] as const;

/**
 * The folder of profiles and tokens: `GRAPH_SYNC_CONFIG`, or `graph-sync` in `XDG_CONFIG_HOME`, in `APPDATA` or in
 * `~/.config`. Undefined where the environment names none. A path that is not absolute counts as none (XDG Base Directory
 * Specification).
 */
export function configFolder(env: Surroundings["env"]): string | undefined {
  for (const [name, below] of places) {
    const path = env[name];
    if (path !== undefined && isAbsolute(path)) return join(path, below);
  }
  return undefined;
}

/** @throws Refusal where the environment names no folder */
export function neededConfigFolder(env: Surroundings["env"]): string {
  const folder = configFolder(env);
  if (folder !== undefined) return folder;
  throw new Refusal(
    exitCodes.usage,
    "There is no folder to keep this in: neither GRAPH_SYNC_CONFIG nor XDG_CONFIG_HOME, APPDATA or HOME is an absolute path.",
    "Set GRAPH_SYNC_CONFIG to a folder of yours.",
  );
}
