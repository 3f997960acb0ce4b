/** @typedef {import("./slice.mjs").Sample} Sample */

/** @typedef {{ readonly name: string, readonly slice: (load: import("./slice.mjs").Load) => Promise<Sample> }} Runnable */

/**
 * Warms every contestant up, then measures in rounds: in each round every contestant has its turn, one at a time, so
 * that whatever else the machine does hits all of them. Each round begins with another one.
 * @param {readonly Runnable[]} contestants
 * @param {import("./slice.mjs").Load & { readonly warmUp: number }} load `warmUp` in requests
 * @param {number} rounds
 * @returns {Promise<ReadonlyMap<string, readonly Sample[]>>} the samples of each contestant, one a round
 */
export async function measure(contestants, { inFlight, requests, warmUp }, rounds) {
  /** @type {Map<string, Sample[]>} */
  const samples = new Map();
  for (const { name, slice } of contestants) {
    await slice({ inFlight, requests: warmUp });
    samples.set(name, []);
  }
  for (let round = 0; round < rounds; round++) {
    const first = round % contestants.length;
    for (const { name, slice } of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      samples.get(name)?.push(await slice({ inFlight, requests }));
    }
  }
  return samples;
}

/**
 * The middle of some numbers and their spread: three quarters of them are at or above `low`, three quarters at or
 * below `high`.
 * @typedef {{ readonly median: number, readonly low: number, readonly high: number }} Spread
 */

/**
 * @param {readonly number[]} numbers at least one
 * @returns {Spread}
 */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/**
 * How the CPU time of a contestant compares with its peer's: round by round, because two turns of one round saw the
 * same machine.
 * @param {readonly Sample[]} samples
 * @param {readonly Sample[]} peers of the same rounds
 * @returns {{ readonly ratio: Spread, readonly addedMicros: Spread }}
 */
export function against(samples, peers) {
  const pairs = samples.map((sample, round) => [sample.cpuMicros, peers[round]?.cpuMicros ?? Number.NaN]);
  return {
    ratio: spread(pairs.map(([own = Number.NaN, peer = Number.NaN]) => own / peer)),
    addedMicros: spread(pairs.map(([own = Number.NaN, peer = Number.NaN]) => own - peer)),
  };
}
