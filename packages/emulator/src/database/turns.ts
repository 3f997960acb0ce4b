/** Lets one work at a time, in the order in which they came. */
export interface Turns {
  /** Waits for its turn; the answer ends it. */
  readonly take: () => Promise<() => void>;
}

/** A new line to stand in. */
export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const before = last;
      const { promise, resolve } = ending();
      last = promise;
      await before;
      return resolve;
    },
  };
}

function ending(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
