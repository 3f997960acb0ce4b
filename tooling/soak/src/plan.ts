/** What a soak does and what befalls it, all of it a function of the seed, so that a run can be had again. */
export type OperationKind = "read" | "list" | "replace" | "start" | "delete" | "create" | "restart";

/** One operation of a run. */
export interface PlannedOperation {
  /** Goes with each of its requests; the answer must have it too. */
  readonly nonce: string;
  readonly kind: OperationKind;
  /** When its caller gives up, in milliseconds; undefined where it waits. */
  readonly abortAfterMs: number | undefined;
}

/** What the server does to one request. */
export type FaultKind = (typeof faultKinds)[number];

export const faultKinds = [
  "reset before body",
  "reset unapplied",
  "reset applied",
  "reset in headers",
  "reset after headers",
  "end in headers",
  "end in body",
  "silence",
  "silence in body",
  "429",
  "503",
  "500 applied",
  "504 unapplied",
  "wrong echo",
  "missing echo",
  "stray answer",
  "dying connection",
  "damaged gzip",
  "slow drip",
  "delay",
  "too large",
  "endless",
  "header flood",
] as const;

/** How often each kind is done, of 100. */
const shares: Readonly<Record<OperationKind, number>> = {
  read: 35,
  list: 10,
  replace: 15,
  start: 5,
  delete: 5,
  create: 20,
  restart: 10,
};

export function operationAt(seed: number, number: number): PlannedOperation {
  const random = randomFor(seed, `operation ${number}`);
  const nonce = `n-${number}`;
  const kind = pick(shares, random());
  const abortAfterMs = random() < 0.02 ? Math.floor(random() * 20) : undefined;
  return { nonce, kind, abortAfterMs };
}

/**
 * What befalls the given request with this nonce; undefined for nothing.
 * @param arrival 1 for the first request with the nonce
 * @param share of all requests, from 0 to 1
 */
export function faultAt(seed: number, nonce: string, arrival: number, share: number): FaultKind | undefined {
  const random = randomFor(seed, `${nonce} ${arrival}`);
  if (random() >= share) return undefined;
  return faultKinds[Math.floor(random() * faultKinds.length)];
}

function pick(of: typeof shares, drawn: number): OperationKind {
  let left = drawn * 100;
  for (const [kind, share] of Object.entries(of)) {
    left -= share;
    // `Object.entries` forgets the type of its keys.
    if (left < 0) return kind as OperationKind;
  }
  return "read";
}

/** Numbers from 0 up to 1 that follow from the seed and a text (FNV-1a into mulberry32). */
function randomFor(seed: number, text: string): () => number {
  let state = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
