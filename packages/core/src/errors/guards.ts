import { type GraphServiceError, isGraphServiceError } from "./graph-service-error.ts";

/** Graph knows no such object, or does not show it to this caller. */
export function isNotFound(error: unknown): error is GraphServiceError {
  return isGraphServiceError(error) && error.status === 404;
}

/** Too many calls; wait before the next one. */
export function isThrottled(error: unknown): error is GraphServiceError {
  return isGraphServiceError(error) && error.status === 429;
}

/** The object is in a state that does not allow it. */
export function isConflict(error: unknown): error is GraphServiceError {
  return isGraphServiceError(error) && error.status === 409;
}
