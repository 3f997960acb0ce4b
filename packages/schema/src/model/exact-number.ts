/**
 * Whether a number in a text is kept when it is read and written again: JavaScript rounds whole numbers above 2^53 and
 * decimals of more than about 16 digits, and a schema is written back as a whole.
 */
export function isExact(token: string): boolean {
  const value = Number(token);
  // No number of a schema has that many digits, and looking at them takes time.
  if (!Number.isFinite(value) || token.length > 400) return false;
  // Hexadecimal and octal, which YAML has.
  if (/^0[xo]/.test(token)) return Number.isSafeInteger(value);
  return digitsOf(token) === digitsOf(String(value));
}

/** The digits that count and the power of ten they stand at; the same for every way to write one number. */
function digitsOf(token: string): string {
  const [mantissa = "", exponent = "0"] = token.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace(/^[-+]/, "").split(".");
  const all = `${whole}${fraction}`;
  const digits = all.replace(/0+$/, "");
  const power = Number(exponent) - fraction.length + (all.length - digits.length);
  const counting = digits.replace(/^0+/, "");
  return counting === "" ? "0" : `${counting}e${power}`;
}
