import { errorBody } from "./oauth-failure.ts";

/** An answer that a test dictates: a refusal or anything else with a status, or none at all. */
export type AuthorityAnswer =
  | "stall"
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text is sent as it is, anything else as JSON. */
      readonly body?: unknown;
    };

/** A refusal as the real authority writes it. */
export function authorityError(
  status: number,
  error: string,
  codes: readonly number[] = [],
  headers: Readonly<Record<string, string>> = {},
): AuthorityAnswer {
  return { status, headers, body: errorBody(error, codes, "A scripted answer.", 0) };
}

/** A redirect, which no token request may follow: its body holds the secret. */
export function authorityRedirect(location: string, status = 302): AuthorityAnswer {
  return { status, headers: { location }, body: "" };
}

/** The value of a `WWW-Authenticate` header with which a service asks for a token that was made knowing of these claims. */
export function claimsChallenge(claims: object): string {
  const encoded = Buffer.from(JSON.stringify(claims)).toString("base64");
  return `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
}

/** Gives what was dictated; a stall ends when the request is aborted. */
export function scriptedAnswer(answer: AuthorityAnswer, signal: AbortSignal): Promise<Response> {
  if (answer === "stall") {
    return new Promise((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
  const { status, headers = {}, body = "" } = answer;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? {} : { "content-type": "application/json; charset=utf-8" };
  return Promise.resolve(new Response(text, { status, headers: { ...type, ...headers } }));
}
