import {
  answered,
  type AnswerPhase,
  bomb,
  cut,
  delayed,
  dripped,
  endless,
  type FaultScript,
  faultServer,
  headerFlood,
  type JournalEntry,
  stray,
} from "@graph-sync/testing";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { get, type Seen, talk } from "./client.ts";

/** What a bare client sees of a script, and what the server wrote down. */
async function seenOf(
  script: FaultScript,
  enough?: (seen: string) => boolean,
): Promise<Seen & { readonly entry: JournalEntry | undefined }> {
  const server = await faultServer(script);
  try {
    const seen = await talk(server.origin, get, enough);
    return { ...seen, entry: server.journal[0] };
  } finally {
    await server.close();
  }
}

const whole = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nclient-request-id: id-1\r\n\r\n" + '{"value":[]}';
const headersEnd = whole.indexOf("{");
const isWhole = (seen: string): boolean => seen.length >= whole.length;

describe("an answer", () => {
  test("echoes the request's id as Graph does, or another one, or none", async () => {
    const body = { value: [] };
    expect((await seenOf(answered({ body }), isWhole)).text).toBe(whole);

    const wrong = await seenOf(answered({ body, echo: "wrong" }), isWhole);
    expect(wrong.text).toMatch(/client-request-id: (?!id-1)[0-9a-f-]{36}\r\n/);
    expect(wrong.entry?.notes).toEqual(["wrong echo"]);

    const missing = await seenOf(answered({ body, echo: "missing" }), (seen) => seen.endsWith("}"));
    expect(missing.text).not.toContain("client-request-id");
    expect(missing.entry?.notes).toEqual(["missing echo"]);
  });

  test("may be made for the request", async () => {
    const script = answered(({ target }) => ({ status: "404 Not Found", headers: ["X-A: 1"], body: target }));
    const { text } = await seenOf(script, (seen) => seen.endsWith("/x"));
    expect(text).toMatch(/^HTTP\/1.1 404 Not Found\r\n[^]*X-A: 1\r\n\r\n\/v1.0\/x$/);
  });
});

describe("a cut", () => {
  test.each<readonly [AnswerPhase, number]>([
    ["before headers", 0],
    ["in headers", Math.floor(headersEnd / 2)],
    ["after headers", headersEnd],
    ["in body", headersEnd + 6],
    ["after body", whole.length],
  ])("%s lets %d bytes out, and then ends the connection as told", async (phase, length) => {
    const text = whole.slice(0, length);
    expect(await seenOf(cut(phase))).toMatchObject({ text, ended: "reset", entry: { left: "reset" } });
    expect(await seenOf(cut(phase, "end"))).toMatchObject({ text, ended: "end", entry: { left: "ended" } });
    if (length === 0) return;
    const silent = await seenOf(cut(phase, "silence"), (seen) => seen.length >= length);
    expect(silent).toMatchObject({ text, ended: "open", entry: { left: "open" } });
  });
});

describe("the other faults", () => {
  test("a stray answer comes behind the whole one", async () => {
    const { text } = await seenOf(stray({ body: "own" }, { body: "stray" }), (seen) => seen.endsWith("stray"));
    expect(text).toMatch(/own(?=HTTP)[^]*stray$/);
  });

  test("a delay is not shorter than told", async () => {
    const before = performance.now();
    expect((await seenOf(delayed(40, cut("after body", "end")))).text).toBe(whole);
    expect(performance.now() - before).toBeGreaterThanOrEqual(39);
  });

  test("a slow drip gives every byte", async () => {
    const { text, entry } = await seenOf(dripped({ bytes: 40, everyMs: 1 }, { body: { value: [] } }), isWhole);
    expect([text, entry?.notes]).toEqual([whole, ["slow drip"]]);
  });

  test("an endless body ends with the client, or at its bound", async () => {
    const { entry } = await seenOf(endless(), (seen) => seen.length > 1_000_000);
    expect(entry?.answeredBytes).toBeLessThan(64 * 1024 * 1024);
    const { text, ended } = await seenOf(endless({ maxBytes: 200_000 }));
    expect(text.length).toBeGreaterThan(200_000);
    expect(ended).not.toBe("open");
  });

  test("a bomb is small on the wire", async () => {
    const end = /\r\n\r\n/;
    const script = bomb({ decodedBytes: 4_000_000, codings: ["gzip", "gzip"] });
    const { text } = await seenOf(script, (seen) => {
      const length = Number(/Content-Length: (\d+)/.exec(seen)?.[1]);
      return seen.length >= seen.search(end) + 4 + length;
    });
    expect(text.length).toBeLessThan(2_000);
    expect(text).toContain("Content-Encoding: gzip, gzip\r\n");
    const body = Buffer.from(text.slice(text.search(end) + 4), "latin1");
    expect(gunzipSync(gunzipSync(body)).length).toBe(4_000_000);
  });

  test("a flood of headers never comes to the body", async () => {
    const { text } = await seenOf(headerFlood({ maxLines: 100 }));
    expect(text.match(/X-Flood-\d+: x{32}\r\n/g)).toHaveLength(100);
    expect(text).not.toContain("\r\n\r\n");
  });
});
