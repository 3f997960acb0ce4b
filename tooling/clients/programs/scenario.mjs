import { steps } from "./steps.mjs";

/**
 * Takes every step with one client; answers what the client was told, in order, and what it rejected the end with.
 * `node <program> <origin> <what is known from the start, as JSON>`
 * @param {(step: import("./steps.mjs").Step) => Promise<any>} call sends a step that has its values, answers the body of a
 *   2xx, and rejects for any other status
 * @param {(error: any) => unknown} statusOf the status in what this client rejects with
 */
export async function scenario(call, statusOf) {
  const known = JSON.parse(process.argv[3] ?? "{}");
  const told = [];
  for (const step of steps) {
    const answer = await call(filled(step, known)).catch((error) => {
      // Without the cause: some of these clients hang the whole socket on it.
      throw new Error(`${step.operation} was answered with ${statusOf(error)}: ${error.message}`);
    });
    told.push([step.operation, answer]);
    Object.assign(known, step.keep?.(answer));
  }
  const gone = steps.find(({ operation }) => operation === "jobs.get");
  return { told, gone: await call(filled(gone, known)).then(() => "found", statusOf) };
}

/** The step with what is known in place of each `{name}`, as a part of a text or as a whole value. */
function filled(step, known) {
  return JSON.parse(JSON.stringify(step), (_, value) => {
    if (typeof value !== "string") return value;
    const [, whole] = /^\{(\w+)\}$/u.exec(value) ?? [];
    return whole === undefined ? value.replaceAll(/\{(\w+)\}/gu, (_, name) => known[name]) : known[whole];
  });
}
