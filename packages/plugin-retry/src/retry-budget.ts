/**
 * How many retries an identity may still send to an origin. It begins full; a retry takes one out, an answer of a living
 * service puts half a one in. So a service that fails one request in three gets all its retries, and a dead one gets no
 * more than `size` of them in all, whoever asks: 1.1 times the load or less from the hundredth call on.
 */
export interface RetryBudget {
  /** Whether there is one to take; then it is taken. */
  take(): boolean;
  put(): void;
}

export function retryBudget(size: number): RetryBudget {
  let left = size;
  return {
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    put() {
      left = Math.min(size, left + 0.5);
    },
  };
}
