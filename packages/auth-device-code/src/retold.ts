import { AuthError } from "@graph-sync/core";

/** The same refusal in a sentence for the person, with what the authority said of it. */
export function retold(message: string, cause: AuthError): AuthError {
  const { error, codes, traceId, correlationId } = cause;
  return new AuthError(message, { error, codes, traceId, correlationId, cause });
}
