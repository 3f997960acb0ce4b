import type { Session } from "../../connection/session.ts";
import { printed } from "../../connection/service-address.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";

/** @throws Refusal unless the service is asked in its version beta, which alone has object connections */
export function betaOnly({ address }: Session): void {
  if (address.version === "beta") return;
  throw new Refusal(
    exitCodes.usage,
    `Object connections are a preview, which the version beta alone has, and this is ${printed(address)}.`,
    `Say --base-url ${address.cloud.graphOrigin}/beta.`,
  );
}
