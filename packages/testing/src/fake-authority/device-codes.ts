import { randomBytes, randomUUID } from "node:crypto";
import type { Clock } from "@graph-sync/core";
import { oauthFailure } from "./oauth-failure.ts";

/** A sign-in that began on a device, as the person at the other screen sees it. */
export interface DeviceSignIn {
  /** The code that the person would type. */
  readonly userCode: string;
  /** The app that asks. */
  readonly clientId: string;
  /** The person enters the code and agrees. */
  approve(user?: string): void;
  /** The person refuses. */
  decline(): void;
  /** The code is too old. */
  expire(): void;
}

/** What the devicecode endpoint answers (RFC 8628 §3.2). */
export interface DeviceAuthorization {
  readonly user_code: string;
  readonly device_code: string;
  readonly verification_uri: string;
  readonly expires_in: number;
  readonly interval: number;
  readonly message: string;
}

/** Who signed in, for what. */
export interface Approval {
  readonly user: string;
  readonly scope: string;
}

/** The sign-ins of an authority. */
export interface DeviceCodes {
  readonly signIns: readonly DeviceSignIn[];
  begin(clientId: string, scope: string): DeviceAuthorization;
  /** Who approved a code; throws the refusal of RFC 8628 §3.5 where nobody did, or where it is asked too often. */
  redeem(clientId: string, deviceCode: string): Approval;
}

/** In seconds. */
const lifetime = 900;

interface Pending {
  readonly clientId: string;
  readonly scope: string;
  state: "pending" | "declined" | "expired" | "used" | { readonly user: string };
  /** In seconds; each slow_down adds five. */
  interval: number;
  lastAsked: number;
  readonly until: number;
}

export function deviceCodes(clock: Clock, interval: number): DeviceCodes {
  const pending = new Map<string, Pending>();
  const signIns: DeviceSignIn[] = [];

  return {
    signIns,
    begin(clientId, scope) {
      const userCode = randomBytes(5).toString("hex").slice(0, 9).toUpperCase();
      const deviceCode = randomUUID();
      const until = clock.monotonic() + lifetime * 1000;
      const entry: Pending = { clientId, scope, state: "pending", interval, lastAsked: clock.monotonic(), until };
      pending.set(deviceCode, entry);
      signIns.push({
        userCode,
        clientId,
        approve: (user = "ada@contoso.example") => void (entry.state = { user }),
        decline: () => void (entry.state = "declined"),
        expire: () => void (entry.state = "expired"),
      });
      return {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: "https://microsoft.com/devicelogin",
        expires_in: lifetime,
        interval,
        message: `To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code ${userCode} to authenticate.`,
      };
    },
    redeem(clientId, deviceCode) {
      const entry = pending.get(deviceCode);
      if (entry === undefined || entry.clientId !== clientId) {
        throw oauthFailure("bad_verification_code", 70018, "The verification code is not known.");
      }
      const waited = (clock.monotonic() - entry.lastAsked) / 1000;
      entry.lastAsked = clock.monotonic();
      if (waited < entry.interval) {
        entry.interval += 5;
        throw oauthFailure("slow_down", 70016, "Asked too often.");
      }
      if (entry.state === "expired" || clock.monotonic() > entry.until) {
        throw oauthFailure("expired_token", 70020, "The code has expired.");
      }
      if (entry.state === "declined") {
        throw oauthFailure("authorization_declined", 70012, "The person declined.");
      }
      if (entry.state === "used") throw oauthFailure("invalid_grant", 54005, "The code was redeemed already.");
      if (entry.state === "pending") {
        throw oauthFailure("authorization_pending", 70016, "The person has not signed in yet.");
      }
      const { user } = entry.state;
      entry.state = "used";
      return { user, scope: entry.scope };
    },
  };
}
