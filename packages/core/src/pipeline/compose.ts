import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { Send } from "../wire/message.ts";
import type { Host } from "./host.ts";
import { definePlugin, type Partition, type Plugin, type PluginHost, type Plugins, SLOTS } from "./plugin.ts";

/** The plugins of a client in the order a request meets them. */
export function resolvePlugins(plugins: Plugins): readonly Plugin[] {
  const flat = flatten(plugins).map((plugin) => definePlugin(plugin));
  const names = new Set<string>();
  for (const { name } of flat) {
    if (names.has(name)) throw new InvalidRequestError(`Two plugins are called ${name}: leave one out, or rename one.`);
    names.add(name);
  }
  return SLOTS.flatMap((slot) => flat.filter((plugin) => plugin.slot === slot));
}

function flatten(plugins: Plugins): readonly Plugin[] {
  // What a program without types may pass.
  const list: unknown = plugins;
  if (!Array.isArray(list)) throw new InvalidRequestError("plugins must be a list: write plugins: [bearer(token)].");
  return plugins.flatMap((plugin) => {
    if (isList(plugin)) return flatten(plugin);
    // The types promise an object; a program without types may pass a factory that it forgot to call.
    const given: unknown = plugin;
    if (typeof given === "object" && given !== null) return [plugin];
    throw new InvalidRequestError(
      `A plugin is of type ${typeof given}, not an object: did you forget to call its factory?`,
    );
  });
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Plugin | Plugins): value is Plugins {
  return Array.isArray(value);
}

/** Wraps `send` in plugins, the first one outermost. Done once a client, so that a request only walks through. */
export function compose(plugins: readonly Plugin[], send: Send, host: PluginHost): Send {
  return plugins.reduceRight((next, plugin) => plugin.install(next, host), send);
}

/** What plugins of one client share; the partition is the auth plugin's, else one that no other client has. */
export function pluginHost(
  plugins: readonly Plugin[],
  host: Host,
  { origin, scope }: Pick<PluginHost, "origin" | "scope">,
): PluginHost {
  const named = plugins.filter((plugin) => plugin.partition !== undefined);
  if (named.length > 1) {
    const names = named.map(({ name }) => name).join(" and ");
    throw new InvalidRequestError(
      `A client acts as one identity, but ${names} each bring one: make a client for each.`,
    );
  }
  const partition: Partition = named[0]?.partition ?? { id: crypto.randomUUID(), stable: false };
  return Object.freeze({ clock: host.clock, random: host.random, partition, origin, scope });
}
