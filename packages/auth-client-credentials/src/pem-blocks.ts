/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY` … */
  readonly label: string;
  readonly body: string;
  /** The block as it stands in the text. */
  readonly text: string;
}

const begin = "-----BEGIN ";
const dashes = "-----";

/** The blocks of a PEM text, in order, as far as each has its end. */
export function* pemBlocks(pem: string): Generator<PemBlock, void, void> {
  for (let at = pem.indexOf(begin); at >= 0;) {
    const labelEnd = pem.indexOf(dashes, at + begin.length);
    const label = pem.slice(at + begin.length, labelEnd);
    const closing = `${dashes}END ${label}${dashes}`;
    const end = labelEnd < 0 ? -1 : pem.indexOf(closing, labelEnd);
    if (end < 0) return;
    yield { label, body: pem.slice(labelEnd + dashes.length, end), text: pem.slice(at, end + closing.length) };
    at = pem.indexOf(begin, end + closing.length);
  }
}
