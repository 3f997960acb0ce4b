import { isAbsolute, join } from "node:path";
import type { SynchronizationSchema } from "@graph-sync/core";
import { printed, type ServiceAddress } from "../connection/service-address.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Surroundings } from "../surroundings.ts";
import { namesIn } from "../storage/read-text.ts";
import { writeWhole } from "../storage/whole-file.ts";
import { fingerprint } from "./fingerprint.ts";
import type { LiveSchema } from "./resolve-schema.ts";

/** Where the schemas of one job or template were kept before they were changed. */
export interface History {
  /** Keeps a schema, in a file of its owner's (mode 0600), and gives its name. */
  keep(schema: SynchronizationSchema): Promise<string>;
  /** The names of what was kept, the latest first. */
  names(): Promise<readonly string[]>;
  pathOf(name: string): string;
}

const suffix = ".json";
/** Sorts by time; the end tells apart what was kept in one millisecond. */
const nameForm = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

/** @throws Refusal where the environment names no folder */
export function historyOf(
  { env, now }: Pick<Surroundings, "env" | "now">,
  address: ServiceAddress,
  { app, kind, id }: Omit<LiveSchema, "client">,
): History {
  // Encoded, so that nothing that the service answers leaves the folder; a dot alone cannot stand at the beginning.
  const parts = [`service-${printed(address)}`, `app-${app.id}`, `${kind}-${id}`].map(encodeURIComponent);
  const folder = join(stateFolder(env), "schema-history", ...parts);
  const pathOf = (name: string): string => join(folder, `${name}${suffix}`);
  return {
    pathOf,
    async keep(schema) {
      const { format } = await import("@graph-sync/schema");
      const time = new Date(now()).toISOString().replaceAll(/[-:.]/g, "");
      const name = `${time}-${(await fingerprint(schema)).slice(0, 8)}`;
      await writeWhole(pathOf(name), format(schema), unwritable);
      return name;
    },
    async names() {
      const files = await namesIn(folder);
      const names = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
      return names.filter((name) => nameForm.test(name)).toReversed();
    },
  };
}

/** When a schema was kept, epoch milliseconds, as its name tells. */
export function keptAt(name: string): number {
  return Date.parse(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, "$1-$2-$3T$4:$5:$6.$7Z"));
}

/** In the order in which they are looked at; a path that is not absolute counts as none (XDG Base Directory Specification). */
const places = [
  ["XDG_STATE_HOME", "graph-sync"],
  ["LOCALAPPDATA", "graph-sync"],
  ["HOME", ".local/state/graph-sync"],
] as const;

const unwritable = {
  hint: "The schema before is kept there, so nothing was changed. XDG_STATE_HOME names another folder.",
};

function stateFolder(env: Surroundings["env"]): string {
  for (const [name, below] of places) {
    const path = env[name];
    if (path !== undefined && isAbsolute(path)) return join(path, below);
  }
  throw new Refusal(
    exitCodes.usage,
    "There is no folder to keep the schema in that is replaced: neither XDG_STATE_HOME nor LOCALAPPDATA or HOME is an absolute path.",
    "Set XDG_STATE_HOME to a folder of yours.",
  );
}
