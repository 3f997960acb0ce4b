import { connect, type Socket } from "node:net";

/** What a bare client saw of a connection. */
export interface Seen {
  readonly text: string;
  /** `end`: a FIN came. `reset`: a RST. `open`: neither, until the client left. */
  readonly ended: "end" | "reset" | "open";
}

export const get = "GET /v1.0/x HTTP/1.1\r\nHost: x\r\nclient-request-id: id-1\r\n\r\n";

/** Sends text to a server and listens until it ends the connection, or until `enough`, and then leaves. */
export function talk(origin: string, text: string, enough: (seen: string) => boolean = () => false): Promise<Seen> {
  return new Promise((resolve) => {
    const socket: Socket = connect(Number(new URL(origin).port), "127.0.0.1");
    let seen = "";
    const done = (ended: Seen["ended"]): void => {
      socket.destroy();
      resolve({ text: seen, ended });
    };
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      seen += chunk;
      if (enough(seen)) done("open");
    });
    socket.on("end", () => done("end"));
    socket.on("error", () => done("reset"));
    socket.write(text);
  });
}
