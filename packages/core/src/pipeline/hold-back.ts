import type { GraphRequest } from "../wire/message.ts";
import { recordOf } from "./call-record.ts";

/**
 * A transport says that nothing of a request is under way yet, for as long as it waits for a connection; it calls what
 * it gets before the first byte leaves, or when it gives up. A call that ends in between was certainly not sent, and its
 * error says so (`sent: "none"`).
 */
export function holdBack({ options }: GraphRequest): () => void {
  const record = recordOf(options);
  let held = true;
  record.inFlight -= 1;
  return () => {
    if (held) record.inFlight += 1;
    held = false;
  };
}
