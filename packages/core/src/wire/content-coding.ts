import { TransportError } from "../errors/transport-error.ts";

/** A coding of a body that both transports undo. */
export type ContentCoding = "gzip" | "deflate" | "br";

const codings: Readonly<Record<string, ContentCoding>> = {
  gzip: "gzip",
  "x-gzip": "gzip",
  deflate: "deflate",
  br: "br",
};

/**
 * The codings of a body, in the order they were applied.
 * @throws TransportError `protocol` for an unknown one, and for more than two: that is how bombs are stacked.
 */
export function contentCodings(header: string | undefined): readonly ContentCoding[] {
  if (header === undefined) return [];
  const found: ContentCoding[] = [];
  for (const token of header.split(",")) {
    const name = token.trim().toLowerCase();
    if (name === "" || name === "identity") continue;
    const coding = Object.hasOwn(codings, name) ? codings[name] : undefined;
    if (coding === undefined || found.length === 2) {
      throw new TransportError(
        `The answer has a content-encoding that cannot be undone (${JSON.stringify(header.slice(0, 64))}).`,
        { code: "ERR_ENCODING" },
      );
    }
    found.push(coding);
  }
  return found;
}
