import type { Dialect } from "kysely";
import { EmulatorError } from "../emulator-error.ts";
import { freshKey, keyBeside, type KeySource } from "../sealing/key.ts";
import { pathOf } from "./path.ts";
import { postgres } from "./postgres.ts";
import { sqlite } from "./sqlite.ts";

/**
 * One of the databases that can keep the state. On each of them `db.transaction()` has the same meaning: it is the only
 * one that runs, also among several processes, and what it has read stays true until its end. So whoever reads, decides
 * and writes does it in a transaction, and needs no lock besides. A single read needs none.
 */
export interface Engine {
  /** As messages name it. It holds no password. */
  readonly name: string;
  readonly dialect: () => Promise<Dialect>;
  /** The key of the secrets in it where none is given; undefined where one must be. */
  readonly key: KeySource | undefined;
  /** Why a failure of this database happened, and what to do about it. */
  readonly explain: (failure: Error) => string;
}

/** The database at an address: in memory without one. */
export function engineAt(address: string | undefined): Engine {
  if (address === undefined) return sqlite(":memory:", freshKey());
  if (/^postgres(?:ql)?:\/\//iu.test(address)) return postgres(urlOf(address));
  const path = pathOf(address);
  return sqlite(path, keyBeside(path));
}

function urlOf(address: string): URL {
  try {
    return new URL(address);
  } catch {
    // Without the address and without the parser's error, which quotes it: there may be a password in it.
    const message =
      "The address of the PostgreSQL database is not a URL. Write postgres://user:password@host:5432/name.";
    throw new EmulatorError("bad-database", message);
  }
}
