/**
 * What one contestant did in one round.
 * @typedef {object} Sample
 * @property {number} cpuMicros CPU time a request, in microseconds, of all threads of the process
 * @property {number} perSecond requests a second
 */

/** @typedef {{ readonly inFlight: number, readonly requests: number }} Load */

/** @typedef {{ readonly cpuMicros: number, readonly wallMs: number }} Reading since some moment */

/** @typedef {() => Reading | Promise<Reading>} Meter of the process whose work it is */

/** @type {() => Reading} */
const processMeter = () => {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, wallMs: performance.now() };
};

/**
 * Keeps `inFlight` requests under way and measures `requests` of them. Some run before and some after those, unmeasured,
 * so that opening connections and running dry are nobody's cost.
 * @param {() => Promise<void>} run
 * @param {Load} load
 * @param {Meter} [meter]
 * @returns {Promise<Sample>}
 */
export async function slice(run, { inFlight, requests }, meter = processMeter) {
  const edge = 2 * inFlight;
  const total = edge + requests + edge;
  let started = 0;
  let finished = 0;
  let before = await meter();
  let after = before;

  async function worker() {
    while (started < total) {
      started += 1;
      await run();
      finished += 1;
      if (finished === edge) before = await meter();
      if (finished === edge + requests) after = await meter();
    }
  }

  await Promise.all(Array.from({ length: inFlight }, worker));
  return {
    cpuMicros: (after.cpuMicros - before.cpuMicros) / requests,
    perSecond: (requests * 1000) / (after.wallMs - before.wallMs),
  };
}
