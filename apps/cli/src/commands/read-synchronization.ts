import {
  type GraphError,
  isGraphServiceError,
  isNotFound,
  isTransportError,
  type Synchronization,
  type SynchronizationClient,
  toArray,
} from "@graph-sync/core";

/** The parts of a synchronization object, each of which has an operation of its own as well. */
export const parts = ["jobs", "templates", "secrets"] as const;
export type Part = (typeof parts)[number];
export type Expandable = Exclude<Part, "secrets">;

export interface Asked {
  /** For the container's `$expand`. */
  readonly expand: readonly Expandable[];
  /** What is read by its own operation where the container does not bring it. */
  readonly wanted: readonly Part[];
  readonly signal: AbortSignal;
}

/** A synchronization object as read, and how it was read where that was not in one request. */
export interface Reading {
  /** A `Synchronization`, if the service keeps its promises. */
  readonly synchronization: object;
  /** Sentences for stderr. */
  readonly notes: readonly string[];
  /** Parts that could not be read, though others could. */
  readonly failed: ReadonlyMap<Part, GraphError>;
}

/**
 * Reads the container, and by its own operation each part that is wanted and missing. The container's page in the Graph
 * reference is a draft, so a service may answer 404 or 501 to it, or 400 to its `$expand`, and still answer what is in it.
 * @throws GraphError where nothing could be read
 */
export async function readSynchronization(sync: SynchronizationClient, asked: Asked): Promise<Reading> {
  const notes: string[] = [];
  const container = await readContainer(sync, asked, notes);
  const missing = parts.filter((part) => {
    if (container !== undefined) return asked.wanted.includes(part) && !isComplete(container, part);
    // The container would have brought its secrets.
    return part === "secrets" || asked.wanted.includes(part);
  });
  const failed = new Map<Part, GraphError>();
  const read = await Promise.all(
    missing.map(async (part) => {
      try {
        return [[part, await list(sync, part, asked.signal)] as const];
      } catch (error) {
        if (!concernsOnePart(error)) throw error;
        failed.set(part, error);
        return [];
      }
    }),
  );
  const got = missing.filter((part) => !failed.has(part));
  const reason = mostTelling([...failed.values()]);
  if (container === undefined && got.length === 0 && reason !== undefined) throw reason;
  if (got.length > 0) {
    notes.push(`Read by ${got.length === 1 ? "its own operation" : "their own operations"}: ${got.join(", ")}.`);
  }
  const kept = Object.entries(container ?? {}).filter(([name]) => !got.some((part) => name === nextLink(part)));
  return { synchronization: Object.fromEntries([...kept, ...read.flat()]), notes, failed };
}

/** The container, or undefined where the service has none. */
async function readContainer(
  sync: SynchronizationClient,
  { expand, signal }: Asked,
  notes: string[],
): Promise<Synchronization | undefined> {
  try {
    return await sync.get(expand.length === 0 ? undefined : { expand }, { signal });
  } catch (error) {
    const status = isGraphServiceError(error) ? error.status : undefined;
    if (status === 400 && expand.length > 0) {
      notes.push(`The service refuses $expand=${expand.join(",")} on the synchronization object (400).`);
      return readContainer(sync, { expand: [], wanted: [], signal }, notes);
    }
    if (status !== 404 && status !== 501) throw error;
    notes.push(`The service does not answer the synchronization object itself (${status}).`);
    return undefined;
  }
}

/** An expanded list may go on at a link; then it is read anew, to its end. */
function isComplete(container: Synchronization, part: Part): boolean {
  return container[part] !== undefined && !Object.hasOwn(container, nextLink(part));
}

const nextLink = (part: Part): string => `${part}@odata.nextLink`;

async function list(sync: SynchronizationClient, part: Part, signal: AbortSignal): Promise<readonly unknown[]> {
  const options = { signal };
  const pages =
    part === "secrets"
      ? sync.secrets.list(options)
      : part === "jobs"
        ? sync.jobs.list(undefined, options)
        : sync.templates.list(undefined, options);
  return toArray<unknown>(pages);
}

/** Whether the other parts may still be read: not so when the token, the network or the person ended it. */
function concernsOnePart(error: unknown): error is GraphError {
  if (isGraphServiceError(error)) return error.status !== 401;
  return isTransportError(error) && error.kind === "protocol";
}

/** "Not found" is what a service says that lacks an operation, so any other answer tells more. */
function mostTelling(errors: readonly GraphError[]): GraphError | undefined {
  return errors.find((error) => !isNotFound(error)) ?? errors[0];
}
