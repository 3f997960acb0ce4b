/**
 * How often a measurement is repeated, as it was typed.
 * @param {string} text
 * @returns {number}
 */
export function readRounds(text) {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`The rounds are ${text}: give a whole number above 0.`);
}
