import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a test file asks for a service: it runs, or there is a reason why it cannot be had here. In CI it must run.
 * @typedef {{ readonly url: string, readonly stop: () => Promise<void> } | { readonly reason: string }} Asked
 */

/**
 * Starts a service in a folder of its own, which goes with it.
 * @param {string} title what it is called in the reason
 * @param {(place: { readonly folder: string }) => Promise<import("./process.mjs").Service>} start
 * @returns {Promise<Asked>}
 */
export async function ask(title, start) {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-service-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { url, stop } = await start({ folder });
    return { url, stop: () => stop().finally(remove) };
  } catch (error) {
    remove();
    const reason = `${title} cannot be had here: ${error instanceof Error ? error.message : String(error)}`;
    if (process.env["CI"] === "true") throw new Error(`${reason} In CI it must be.`, { cause: error });
    return { reason };
  }
}
