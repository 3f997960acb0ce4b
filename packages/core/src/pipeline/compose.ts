import type { Cloud } from "../client/cloud.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { Send, Transport } from "../wire/message.ts";
import { gate, stamped } from "./attempt.ts";
import type { Host } from "./host.ts";
import { definePlugin, type Plugin, type PluginHost, type Plugins, SLOTS } from "./plugin.ts";

/** The plugins of a client in the order a request meets them. */
export function resolvePlugins(plugins: Plugins): readonly Plugin[] {
  // What a program without types may pass.
  if (!Array.isArray(plugins)) {
    throw new InvalidRequestError("plugins must be a list: write plugins: [bearer(token)].");
  }
  // Flat to the end, no list is left in it; what else is no plugin ends in definePlugin.
  const flat = (plugins.flat(Infinity) as readonly Plugin[]).map((plugin) => definePlugin(plugin));
  const names = new Set<string>();
  for (const { name } of flat) {
    if (names.has(name)) throw new InvalidRequestError(`Two plugins are called ${name}: leave one out, or rename one.`);
    names.add(name);
  }
  return SLOTS.flatMap((slot) => flat.filter((plugin) => plugin.slot === slot));
}

/**
 * Wraps a transport in plugins, the first one outermost; what repeats is above the stamp of an attempt, what watches
 * attempts below it. Done once a client, so that a request only walks through.
 */
export function compose(plugins: readonly Plugin[], transport: Transport, host: PluginHost): Send {
  const wrap = (send: Send, inside: boolean): Send =>
    plugins
      .filter(({ slot }) => (slot === "attempt") === inside)
      .reduceRight((next, plugin) => plugin.install(next, host), send);
  const attempt = stamped(wrap(gate(transport, host.origin), true));
  return wrap(transport.layer?.(attempt) ?? attempt, false);
}

/** What plugins of one client share; the partition is the auth plugin's, else one that no other client has. */
export function pluginHost(
  plugins: readonly Plugin[],
  { clock, random }: Host,
  { graphOrigin: origin, scope }: Pick<Cloud, "graphOrigin" | "scope">,
): PluginHost {
  const [identity, another] = plugins.filter((plugin) => plugin.partition !== undefined);
  if (identity !== undefined && another !== undefined) {
    throw new InvalidRequestError(
      `A client acts as one identity, but ${identity.name} and ${another.name} each bring one: make a client for each.`,
    );
  }
  const partition = identity?.partition ?? { id: crypto.randomUUID(), stable: false };
  return Object.freeze({ clock, random, partition, origin, scope });
}
