import { abortable, type GraphRequest, type GraphResponse, type Send } from "@graph-sync/core";

/** How a flight begins and ends. */
export interface Course {
  readonly next: Send;
  /** What becomes of the answer, once, whoever waits for it. */
  readonly land: (response: GraphResponse) => GraphResponse;
  /** Nobody may join it from now on. */
  readonly leave: (flight: Flight) => void;
}

/** A request under way, with the calls that wait for it. A class, because each read that is not kept makes one. */
export class Flight {
  readonly key: string;
  /** The number of the last write when it began. */
  readonly since: number;
  readonly #request: GraphRequest;
  readonly #course: Course;
  readonly #answer: Promise<GraphResponse>;
  /** Calls that did not leave yet, with the one that began it. */
  #waiting = 1;
  /** Only where calls share it: a signal is the most expensive thing on the way. Else its request has that of its call. */
  #controller: AbortController | undefined;

  constructor(key: string, since: number, request: GraphRequest, course: Course) {
    this.key = key;
    this.since = since;
    this.#request = request;
    this.#course = course;
    this.#answer = this.#fly();
  }

  get deadline(): number {
    return this.#request.deadline;
  }

  /** Whether its request was aborted, so that its end says nothing of the service. */
  get isAborted(): boolean {
    return (this.#controller ?? this.#request).signal.aborted;
  }

  /** Waits for the answer; for the call that began it. */
  async lead(): Promise<GraphResponse> {
    await Promise.resolve();
    return this.#controller === undefined ? await this.#answer : await this.#wait(this.#request.signal);
  }

  /** Waits for the answer together with others. Who aborts leaves alone. */
  join(signal: AbortSignal): Promise<GraphResponse> {
    this.#waiting += 1;
    return this.#wait(signal);
  }

  async #fly(): Promise<GraphResponse> {
    const { next, land, leave } = this.#course;
    try {
      // Equal reads of this turn of the event loop have joined after it.
      await Promise.resolve();
      return land(await next(this.#waiting === 1 ? this.#request : this.#steered()));
    } finally {
      leave(this);
    }
  }

  /** The request with a signal that the last call to leave aborts. */
  #steered(): GraphRequest {
    this.#controller = new AbortController();
    return Object.freeze({ ...this.#request, signal: this.#controller.signal });
  }

  async #wait(signal: AbortSignal): Promise<GraphResponse> {
    try {
      return await abortable(this.#answer, signal);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0 && signal.aborted) {
        // Something below may not listen; the next call must not join a flight that nobody steers.
        this.#course.leave(this);
        this.#controller?.abort(signal.reason);
      }
    }
  }
}
