import { type Cloud, clouds, customCloud, isInvalidRequestError } from "@graph-sync/core";
import { type ServiceAddress, serviceAddress } from "../connection/service-address.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Identity } from "../identity/identity.ts";

export const cloudNames = ["global", "usGov", "usGovDoD", "china"] as const;
export type CloudName = (typeof cloudNames)[number];

/** Which tenant is meant and as whom: what is typed once instead of with each command. It holds no secret. */
export interface Profile {
  readonly tenant?: string;
  readonly clientId?: string;
  readonly cloud?: CloudName;
  /** Instead of a cloud: a gateway or a local server. */
  readonly baseUrl?: string;
  /** The token authority of `baseUrl`, where it has one of its own. */
  readonly authority?: string;
  /** How to get tokens; without one they come from the environment. */
  readonly identity?: Identity;
}

/** @throws Refusal for an address that cannot be one */
export function addressOf({ cloud = "global", baseUrl, authority }: Profile): ServiceAddress {
  if (baseUrl === undefined) return { cloud: clouds[cloud], version: "v1.0" };
  const address = serviceAddress(baseUrl);
  return authority === undefined ? address : { ...address, cloud: withAuthority(address.cloud, authority) };
}

function withAuthority({ graphOrigin }: Cloud, authority: string): Cloud {
  try {
    return customCloud({ graphOrigin, authority });
  } catch (error) {
    if (!isInvalidRequestError(error)) throw error;
    throw new Refusal(
      exitCodes.usage,
      error.message.replace(/^authority/, "--authority"),
      "Write it like https://login.microsoftonline.com.",
      { cause: error },
    );
  }
}

const name = /^[\w.-]{1,64}$/;

/** @throws Refusal for what is no name of a profile */
export function checkProfileName(given: string): string {
  // `__proto__` is a name as well, and would not be kept.
  if (name.test(given) && !given.startsWith("__")) return given;
  throw new Refusal(
    exitCodes.usage,
    "The name of a profile is up to 64 letters, digits, dots, - and _.",
    "For example: graph-sync profile add contoso --tenant contoso.onmicrosoft.com",
  );
}
