/** Bytes of texts, in plain JavaScript: no runtime's own encoder is needed. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

export function toBase64(bytes: readonly number[]): string {
  let result = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = bytes.slice(at, at + 3);
    const bits = ((three[0] ?? 0) << 16) | ((three[1] ?? 0) << 8) | (three[2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join("");
    result += letters.slice(0, three.length + 1).padEnd(4, "=");
  }
  return result;
}

/** Undefined where the text is no base64. White space in it means nothing, as in .NET. */
export function fromBase64(text: string): readonly number[] | undefined {
  const letters = text.replace(/[ \t\r\n]/g, "");
  if (letters.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(letters)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    const value = values.get(letter);
    if (value === undefined) break;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 255);
  }
  return bytes;
}

/** Half of a surrogate pair becomes U+FFFD. */
export function toUtf8(text: string): readonly number[] {
  const encoded = encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
  return (encoded.match(/%..|./g) ?? []).map((part) =>
    part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );
}

const characters = /(?:%[0-7].)+|%[CD].%[89AB].|%E.(?:%[89AB].){2}|%F.(?:%[89AB].){3}|%../g;

/** Bytes that are no UTF-8 become U+FFFD. */
export function fromUtf8(bytes: readonly number[]): string {
  return toHex(bytes, "%").replace(characters, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return "\ufffd";
    }
  });
}

/** Two digits in capitals for each byte. */
export function toHex(bytes: readonly number[], before = ""): string {
  return bytes.map((byte) => before + byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}

export function toUtf16(text: string): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes.push(unit & 255, unit >> 8);
  }
  return bytes;
}

/** A last byte alone becomes U+FFFD. */
export function fromUtf16(bytes: readonly number[]): string {
  let result = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    result += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  }
  return bytes.length % 2 === 0 ? result : `${result}\ufffd`;
}

/** Bytes above 127 become question marks, as in .NET. */
export function fromAscii(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte > 127 ? "?" : String.fromCharCode(byte))).join("");
}
