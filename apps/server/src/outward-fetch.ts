import { lookup } from "node:dns";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isInnerAddress } from "./inner-address.ts";

/**
 * A fetch for the targets of jobs where others than this machine's users may set a `BaseAddress`: https only, no inner
 * address, and no redirect is followed. The address is checked where the socket is opened, so that a name which resolves
 * to another one the second time gains nothing.
 */
export async function outwardFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const given = new Request(input, init);
  const url = new URL(given.url);
  if (url.protocol !== "https:") throw failed("ERR_TARGET_NOT_HTTPS");
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  // Nothing is looked up for an address.
  if (isIP(host) !== 0 && isInnerAddress(host)) throw failed("ERR_TARGET_INNER_ADDRESS");
  return send(given, url, await given.text());
}

function send(given: Request, url: URL, body: string): Promise<Response> {
  const { method, signal } = given;
  const headers = Object.fromEntries(given.headers);
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, signal, lookup: outwardLookup, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > longestAnswer) call.destroy(failed("ERR_TARGET_ANSWER_TOO_LONG"));
      });
      answer.once("error", reject);
      answer.once("end", () => {
        const status = answer.statusCode ?? 502;
        const type = answer.headers["content-type"];
        const content = [204, 205, 304].includes(status) ? null : Buffer.concat(chunks);
        resolve(new Response(content, { status, ...(type !== undefined && { headers: { "content-type": type } }) }));
      });
    });
    call.once("error", (error) =>
      reject(signal.aborted ? signal.reason : new TypeError("fetch failed", { cause: error })),
    );
    call.end(body);
  });
}

/** In bytes. */
const longestAnswer = 4_194_304;

/** Only addresses that lead outward; one inner address among several is left out. */
const outwardLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "");
    const [first, ...others] = addresses.filter(({ address }) => !isInnerAddress(address));
    if (first === undefined) return done(coded("ERR_TARGET_INNER_ADDRESS"), "");
    if (options.all === true) return done(null, [first, ...others]);
    return done(null, first.address, first.family);
  });
};

function failed(code: string): TypeError {
  return new TypeError("fetch failed", { cause: coded(code) });
}

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`The target of the job is refused (${code}).`), { code });
}
