import type { Entra, GrantedToken } from "@graph-sync/auth-entra";
import { AuthError, isAuthError, type TokenRequest } from "@graph-sync/core";
import {
  type DeviceAuthorizationResponse,
  deviceAuthorizationRequest,
  deviceCodeGrantRequest,
  None,
  processDeviceAuthorizationResponse,
} from "oauth4webapi";
import { plainText } from "./plain-text.ts";
import { retold } from "./retold.ts";

/** What a person needs to sign in. Control characters are taken out, so it may be printed to a terminal. */
export interface DevicePrompt {
  /** The sentence that Entra has for it, with the address and the code. */
  readonly message: string;
  /** What the person types there, such as `A1B2C3D4E`. It is good once. */
  readonly userCode: string;
  /** Where the code is entered. */
  readonly verificationUri: string;
  /** When the code ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How much longer to wait between two questions when told to slow down (RFC 8628 §3.5). */
const slowDownMs = 5_000;

/** Asks for a code, shows it and waits for the person. */
export async function signIn(
  app: Entra,
  request: TokenRequest,
  prompt: (prompt: DevicePrompt) => void | Promise<void>,
): Promise<GrantedToken> {
  const { clock } = app.host;
  const parameters = app.parameters(request);
  const response = await app.send(
    (http) => deviceAuthorizationRequest(app.server, app.client, None(), parameters, http),
    request.signal,
  );
  const code = await processDeviceAuthorizationResponse(app.server, app.client, response).catch((error: unknown) => {
    throw new AuthError(`The answer has no device code: ${error instanceof Error ? error.message : "it is none"}.`);
  });
  const begun = clock.monotonic();
  await prompt(promptOf(code, clock.now()));
  return poll(app, request, code, begun + code.expires_in * 1000);
}

async function poll(
  app: Entra,
  request: TokenRequest,
  { device_code: deviceCode, interval = 5 }: DeviceAuthorizationResponse,
  until: number,
): Promise<GrantedToken> {
  const { clock } = app.host;
  let waitMs = interval * 1000;
  for (;;) {
    await clock.sleep(waitMs, request.signal);
    if (clock.monotonic() >= until) throw expired(undefined);
    try {
      return await app.token(
        (additionalParameters, http) =>
          deviceCodeGrantRequest(app.server, app.client, None(), deviceCode, { ...http, additionalParameters }),
        request,
      );
    } catch (error) {
      waitMs += longerMs(error);
    }
  }
}

/** How much longer to wait after a failed question; throws where there is nothing to wait for. */
function longerMs(error: unknown): number {
  if (!isAuthError(error)) throw error;
  switch (error.error) {
    case "authorization_pending":
      return 0;
    case "slow_down":
      return slowDownMs;
    case "authorization_declined":
    case "access_denied":
      throw retold("The sign-in was declined.", error);
    case "expired_token":
      throw expired(error);
    default:
      // A network that is away for a moment: the code is good until it ends.
      if (error.retryable) return slowDownMs;
      throw error;
  }
}

function expired(cause: AuthError | undefined): AuthError {
  const message = "Nobody entered the code in time: begin the sign-in again.";
  return cause === undefined ? new AuthError(message, { error: "expired_token" }) : retold(message, cause);
}

function promptOf(code: DeviceAuthorizationResponse, now: number): DevicePrompt {
  const userCode = plainText(code.user_code);
  const verificationUri = plainText(code.verification_uri);
  if (!/^https:\/\/[^\s/]/.test(verificationUri)) {
    throw new AuthError("The answer names no https address for the code, so nobody is sent there.");
  }
  const message = typeof code["message"] === "string" ? plainText(code["message"]) : "";
  return {
    message: message === "" ? `Open ${verificationUri} and enter the code ${userCode}.` : message,
    userCode,
    verificationUri,
    expiresAt: now + code.expires_in * 1000,
  };
}
