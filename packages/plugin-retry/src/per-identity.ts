import type { Clock, PluginHost } from "@graph-sync/core";

/**
 * What a plugin keeps of its configuration for each identity at each origin; two clients of one identity share it. Moments
 * of one clock mean nothing on another, so each clock has its own. The identity that was not installed for the longest
 * time is forgotten first; a client that still uses it keeps what it has.
 */
export function perIdentity<T>(make: (host: PluginHost) => T, maxIdentities = 1_000): (host: PluginHost) => T {
  const clocks = new WeakMap<Clock, Map<string, T>>();
  return (host) => {
    const kept = clocks.get(host.clock) ?? new Map<string, T>();
    clocks.set(host.clock, kept);
    const key = JSON.stringify([host.origin, host.partition.id]);
    const value = kept.get(key) ?? make(host);
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= maxIdentities) break;
      kept.delete(oldest);
    }
    return value;
  };
}
