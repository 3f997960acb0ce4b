import { connect } from "node:net";
import { expect, test } from "vitest";
import { start } from "./server-process.ts";

const jobs = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization/jobs";
const headers = { authorization: "Bearer any" };

/** What the server answers to these bytes, up to where it closes the connection. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
  });
}

test("an address of more than 8 kB is 414, and headers of more than 16 kB are 431", async () => {
  const { url } = await start("--port", "0");
  const statusOf = async (path: string, more: Record<string, string> = {}): Promise<number> =>
    (await fetch(`${url}/${path}`, { headers: { ...headers, ...more } })).status;
  expect(await statusOf(`${jobs}?a=${"x".repeat(7_000)}`)).toBe(200);
  expect(await statusOf(`${jobs}?a=${"x".repeat(8_192)}`)).toBe(414);
  expect(await statusOf(jobs, { "x-long": "x".repeat(10_000) })).toBe(200);
  expect(await statusOf(jobs, { "x-long": "x".repeat(16_384) })).toBe(431);
});

test("what is no HTTP is answered 400, and its connection is closed", async () => {
  const { url } = await start("--port", "0");
  const port = Number(new URL(url).port);
  for (const text of ["NOT HTTP AT ALL\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n"]) {
    expect(await sendRaw(port, text)).toMatch(/^HTTP\/1\.1 400 /u);
  }
  const smuggled = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  expect(await sendRaw(port, smuggled)).toMatch(/^HTTP\/1\.1 400 /u);
  expect((await fetch(`${url}/${jobs}`, { headers })).status).toBe(200);
});

test("an address or a host that makes no URL is answered 400, with an error as Graph has it", async () => {
  const { url } = await start("--port", "0");
  const port = Number(new URL(url).port);
  for (const [target, host] of [
    ["/v1.0\\users", "a"],
    ["*", "a"],
    ["http://[", "a"],
    ["/v1.0/users", "a b<>"],
    ["/v1.0/users", "u:p@a"],
  ]) {
    const answer = await sendRaw(port, `OPTIONS ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer, target).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answer, target).toContain('{"error":{"code":"BadRequest","message":"The address of the request');
  }
});

test("a link leads to the configured origin, whatever host the caller names", async () => {
  const { url } = await start("--port", "0", "--origin", "https://graph.example");
  const port = Number(new URL(url).port);
  const request = `GET /v1.0/auditLogs/provisioning?$top=1 HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer any\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`;
  expect(await sendRaw(port, request)).not.toContain("evil.example");
});
