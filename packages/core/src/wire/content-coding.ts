import { TransportError } from "../errors/transport-error.ts";

/** A coding of a body that both transports undo. */
export type ContentCoding = "gzip" | "deflate" | "br";

const codings: readonly string[] = ["gzip", "deflate", "br"] satisfies readonly ContentCoding[];

/**
 * The codings of a body, in the order they were applied.
 * @throws TransportError `protocol` for an unknown one, and for more than two: that is how bombs are stacked.
 */
export function contentCodings(header = ""): readonly ContentCoding[] {
  // Names have no case, and `x-gzip` is an older one (RFC 9110 §8.4.1.3).
  const names = header
    .trim()
    .toLowerCase()
    .replaceAll("x-gzip", "gzip")
    .split(/\s*,\s*/);
  const found = names.filter((name) => name !== "" && name !== "identity");
  if (found.length < 3 && found.every(isCoding)) return found;
  throw new TransportError(
    `The answer has a content-encoding that cannot be undone (${JSON.stringify(header.slice(0, 64))}).`,
    { code: "ERR_ENCODING" },
  );
}

function isCoding(name: string): name is ContentCoding {
  return codings.includes(name);
}
