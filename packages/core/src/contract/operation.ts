/** An HTTP method that Graph's synchronization API uses. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * What may be sent twice. `safe`: reads. `idempotent`: a repeated call leaves the same state as one call.
 * `never`: a second call could do the work twice (create a job, restart a cycle).
 */
export type Repeat = "safe" | "idempotent" | "never";

/**
 * How long the answer of a GET stays true. `stable`: changes when an administrator changes it (templates).
 * `changing`: changes by itself (job status). `never`: must not be kept (secrets).
 */
export type Keep = "stable" | "changing" | "never";

/** The two resources that own a `synchronization` object. */
export type Root = "servicePrincipals" | "applications";

/** An API version, the first segment of every path. */
export type Version = "v1.0" | "beta";

/**
 * What we know an operation from. `documented`: it has a page in the Graph reference. `used-by-clients`: it has no
 * page, but public clients use it against the real service. `metadata-only`: it stands in the metadata alone, and the
 * service may well answer 404.
 */
export type Evidence = "documented" | "used-by-clients" | "metadata-only";

/** The part of an operation that exists at run time; a plugin finds it on every request. */
export interface OperationInfo {
  /** Stable name, resource first: `jobs.list`. */
  readonly id: string;
  /** What a request of this row is sent with. */
  readonly method: Method;
  /** URI template below the version, parameters in braces. `{root}` and `{id}` stand for either root and its id. */
  readonly path: string;
  /** Whether a request may be sent twice. */
  readonly repeat: Repeat;
  /** The documented success code. The client accepts any 2xx. */
  readonly status: number;
  /** Only on GET rows. */
  readonly keep?: Keep;
  /** Ids of the GET rows whose kept answers this write makes stale; none given means that it is not known. */
  readonly invalidates?: readonly string[];
  /** Only where a success with no body is not an error, although the status promises one. */
  readonly mayBeEmpty?: boolean;
  /** Of the body; `application/json` unless told. */
  readonly contentType?: string;
  /** Only where one of the two roots lacks the operation. */
  readonly roots?: readonly Root[];
  /** Only where one of the two versions lacks the operation. */
  readonly versions?: readonly Version[];
  /** What the row is known from. */
  readonly evidence: Evidence;
}

declare const shape: unique symbol;

/** One row of the contract: an operation of the API with the types of what goes in and what comes out. */
export interface Operation<Id extends string, Input, Output> extends OperationInfo {
  /** Stable name, resource first: `jobs.list`. */
  readonly id: Id;
  /** Only where the body is not yet the output (a documented envelope). */
  readonly read?: (json: object) => Output;
  /**
   * Only where the service would take a body that loses something, or refuse it with an error that explains nothing:
   * what is wrong with the input, as the end of a sentence.
   */
  readonly fault?: (input: Input) => string | undefined;
  /** Types only; never a value. */
  readonly [shape]?: (input: Input) => Output;
}
