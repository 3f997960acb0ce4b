import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * A process that answers one message at a time.
 * @typedef {object} BenchProcess
 * @property {unknown} ready what it said when it was ready
 * @property {(message: any) => Promise<any>} ask
 * @property {() => Promise<void>} stop
 */

const answerMs = 60_000;
const endMs = 5_000;

/**
 * Starts a file of this folder; it says `{ ok }` once when it is ready and after each message, or `{ error }`.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {readonly string[]} flags for node
 * @returns {Promise<BenchProcess>}
 */
export async function startProcess(file, args, flags) {
  // Its stdout goes to stderr: stdout is the table's.
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: [...flags],
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));

  /** @returns {Promise<unknown>} */
  const answer = () =>
    new Promise((resolve, reject) => {
      /** @param {{ ok?: unknown, error?: string }} message */
      const heard = ({ ok, error }) => settle(() => (error === undefined ? resolve(ok) : reject(new Error(error))));
      const ended = () => settle(() => reject(new Error(`${[file, ...args].join(" ")} ended before it answered.`)));
      const late = setTimeout(
        () => settle(() => reject(new Error(`${[file, ...args].join(" ")} gave no answer in ${answerMs} ms.`))),
        answerMs,
      );
      /** @param {() => void} then */
      const settle = (then) => {
        clearTimeout(late);
        child.off("message", heard).off("exit", ended);
        then();
      };
      child.on("message", heard).on("exit", ended);
    });

  const stop = async () => {
    // It ends by itself when nobody is there to talk to.
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill("SIGKILL"), endMs);
    await exited;
    clearTimeout(late);
  };

  try {
    const ready = await answer();
    return {
      ready,
      stop,
      ask: (message) => {
        const answered = answer();
        child.send(message);
        return answered;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
