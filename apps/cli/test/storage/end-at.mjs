import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/**
 * Loaded before the program (`node --import`): sends it the signal END_BY when it comes to the END_AT-th step of its writing. A step is
 * a call that changes something on the disk, and the middle of a text that is written.
 */
const at = Number(process.env["END_AT"]);
const by = process.env["END_BY"] ?? "SIGKILL";
let steps = 0;

async function step() {
  steps += 1;
  if (steps !== at) return;
  process.kill(process.pid, by);
  // Node hears of SIGINT in its next turn; nothing may be written before that.
  await new Promise((resolve) => setTimeout(resolve, 5));
}

for (const name of ["mkdir", "rename", "rm"]) {
  const before = files[name];
  files[name] = async (...args) => {
    await step();
    return before(...args);
  };
}

const { writeFile, open } = files;
files.writeFile = async (path, text, options) => {
  await inHalves(text, (half, index) => writeFile(path, half, index === 0 ? options : { flag: "a" }));
};
files.open = async (...args) => {
  // Reading changes nothing.
  if (args[1] === undefined) return open(...args);
  await step();
  const handle = await open(...args);
  for (const name of ["writeFile", "appendFile"]) {
    const before = handle[name].bind(handle);
    handle[name] = (text) => inHalves(text, (half) => before(half));
  }
  for (const name of ["sync", "close", "truncate"]) {
    const before = handle[name].bind(handle);
    handle[name] = async (...given) => {
      await step();
      return before(...given);
    };
  }
  return handle;
};
syncBuiltinESMExports();

async function inHalves(text, write) {
  const middle = Math.ceil(text.length / 2);
  await write(text.slice(0, middle), 0);
  await step();
  await write(text.slice(middle), 1);
}
