import { type Plugin, type Plugins } from "@graph-sync/core";
import { telemetry } from "@graph-sync/plugin-telemetry";
import { pluginContract } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { recorded } from "./recorded.ts";

/** The parts of the plugin, each of which is one. */
function partsOf(plugins: Plugins): readonly Plugin[] {
  return plugins.flatMap((plugin) => ("install" in plugin ? [plugin] : partsOf(plugin)));
}

const parts = partsOf(telemetry()).map(({ name, slot }, at) => ({ name, slot, at }));

test("has a part wherever a call passes", () => {
  expect(parts.map(({ slot }) => slot)).toEqual(["observe", "throttle", "auth", "attempt"]);
});

describe.each(parts)("$name", ({ at }) => {
  pluginContract(test, () => {
    const part = partsOf(telemetry())[at];
    if (part === undefined) throw new Error(`There is no part ${at}.`);
    return part;
  });
});

describe.each(parts)("$name, with the SDK", ({ at }) => {
  pluginContract(notTime, () => {
    const part = partsOf(recorded().plugins)[at];
    if (part === undefined) throw new Error(`There is no part ${at}.`);
    return part;
  });
});

/** The SDK reads the system's clock and dice for its spans, which is its own business. */
function notTime(title: string, run: () => Promise<void>): void {
  if (title !== "takes time and chance from its host alone") test(title, run);
}
