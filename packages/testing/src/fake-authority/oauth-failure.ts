import { randomUUID } from "node:crypto";

/** A refusal of a token endpoint. */
export interface OauthFailure extends Error {
  response(now: number): Response;
}

const brand = Symbol("oauth-failure");

/** A refusal in the words of Entra: the OAuth error, the AADSTS number, the sentence, and more members where there are any. */
export function oauthFailure(
  error: string,
  code: number,
  says: string,
  more: Readonly<Record<string, unknown>> = {},
): OauthFailure {
  return Object.assign(new Error(says), {
    [brand]: true,
    response: (now: number) => Response.json(errorBody(error, [code], says, now, more), { status: statusOf(error) }),
  });
}

export function isOauthFailure(value: unknown): value is OauthFailure {
  return value instanceof Error && brand in value;
}

/** The body of a refusal, member for member. https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application */
export function errorBody(
  error: string,
  codes: readonly number[],
  says: string,
  now: number,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const [traceId, correlationId] = [randomUUID(), randomUUID()];
  const timestamp = new Date(now).toISOString().replace("T", " ").replace(/\.\d+/, "");
  const numbered = codes[0] === undefined ? "" : `AADSTS${codes[0]}: `;
  return {
    error,
    error_description: `${numbered}${says} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: codes,
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(codes[0] === undefined ? {} : { error_uri: `https://login.microsoftonline.com/error?code=${codes[0]}` }),
    ...more,
  };
}

function statusOf(error: string): number {
  return error === "invalid_client" ? 401 : 400;
}
