import {
  bearer,
  type Client,
  createClient,
  isInvalidRequestError,
  type Plugin,
  type Transport,
} from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Surroundings } from "../surroundings.ts";
import type { AccessToken } from "./access-token.ts";
import type { ServiceAddress } from "./service-address.ts";

export const transportNames = ["fetch", "node-http"] as const;
export type TransportName = (typeof transportNames)[number];

/** A client for one command; close it when the command ends. */
export async function openClient(
  address: ServiceAddress,
  name: TransportName,
  credential: AccessToken,
  { fetch }: Pick<Surroundings, "fetch">,
  plugins: readonly Plugin[] = [],
): Promise<Client> {
  const auth = signedIn(credential);
  return createClient({
    ...address,
    transport: await transport(name, fetch),
    plugins: [auth, retry(), throttle(), ...plugins],
  });
}

/** Only the chosen one is loaded. */
async function transport(name: TransportName, fetch: Surroundings["fetch"]): Promise<Transport> {
  if (name === "node-http") return (await import("@graph-sync/transport-node-http")).nodeHttpTransport();
  return (await import("@graph-sync/transport-fetch")).fetchTransport(fetch === undefined ? {} : { fetch });
}

function signedIn({ token, from }: AccessToken): Plugin {
  try {
    return bearer(token);
  } catch (error) {
    if (!isInvalidRequestError(error)) throw error;
    throw new Refusal(exitCodes.notSignedIn, error.message, `It was taken from ${from}: put the token alone there.`, {
      cause: error,
    });
  }
}
