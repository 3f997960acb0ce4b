import { type Client, createClient, type Plugin, type Transport } from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import type { Surroundings } from "../surroundings.ts";
import type { ServiceAddress } from "./service-address.ts";

export const transportNames = ["fetch", "node-http"] as const;
export type TransportName = (typeof transportNames)[number];

/** A client for one command; close it when the command ends. */
export async function openClient(
  address: ServiceAddress,
  name: TransportName,
  auth: Plugin,
  { fetch }: Pick<Surroundings, "fetch">,
  plugins: readonly Plugin[] = [],
): Promise<Client> {
  return createClient({
    ...address,
    transport: await openTransport(name, fetch),
    plugins: [auth, retry(), throttle(), ...plugins],
  });
}

/** Only the chosen one is loaded. */
export async function openTransport(name: TransportName, fetch: Surroundings["fetch"]): Promise<Transport> {
  if (name === "node-http") return (await import("@graph-sync/transport-node-http")).nodeHttpTransport();
  return (await import("@graph-sync/transport-fetch")).fetchTransport(fetch === undefined ? {} : { fetch });
}
