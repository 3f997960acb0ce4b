import { slice } from "./slice.mjs";

/** The process of one contestant: `contestant.mjs <comparison file> <name> <origin>`; each message is one slice. */
const [file = "", name = "", origin = ""] = process.argv.slice(2);

/** @param {{ ok: unknown } | { error: string }} message */
const say = (message) => process.send?.(message);
/** @param {unknown} error */
const fail = (error) => say({ error: `${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}` });

try {
  /** @type {import("./comparisons.mjs").Comparison} */
  const { contestants } = await import(file);
  const contestant = contestants.find((one) => one.name === name);
  if (contestant === undefined) throw new Error(`${file} has no contestant of that name.`);
  const { run, meter, close } = await contestant.setup(origin);
  process.on("message", (/** @type {import("./slice.mjs").Load} */ load) => {
    slice(run, load, meter).then((ok) => say({ ok }), fail);
  });
  process.once("disconnect", async () => {
    await close();
    process.exit();
  });
  say({ ok: name });
} catch (error) {
  fail(error);
}
