/** An HTTP/1.1 answer as bytes, its length counted for it: `http("200 OK", ["X-A: 1"], "{}")`. */
export function http(status: string, headers: readonly string[], body: string | Uint8Array = ""): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${bytes.length}`, ...headers].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), bytes]);
}
