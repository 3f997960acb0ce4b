import type { Operation } from "../contract/operation.ts";
import { GraphServiceError } from "../errors/graph-service-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { isJsonObject, parseJson } from "../wire/json.ts";
import type { GraphResponse } from "../wire/message.ts";
import { isSuccess } from "../wire/status.ts";

/**
 * Turns the final answer into the row's output. Any 2xx is a success. A row that documents 202 or 204 has no output,
 * whatever the body says; every other row answers a JSON object.
 * @throws GraphServiceError for any other status
 * @throws TransportError `protocol` where a success has no such body
 */
export function readResponse<Output>(row: Operation<string, never, Output>, response: GraphResponse): Output {
  const { status, headers, body } = response;
  if (!isSuccess(status)) throw new GraphServiceError(row, response);
  // Rows of either kind have `undefined` (or `void`, which it is) in their output type.
  if (row.status === 202 || row.status === 204 || (row.mayBeEmpty && body === "")) return undefined as Output;
  const json = parseJson(body);
  if (isJsonObject(json)) {
    // Models promise nothing of a JSON object but its optional members; a row whose body differs has a `read`.
    return row.read === undefined ? (json as Output) : row.read(json);
  }
  const got = body === "" ? "no body" : json === undefined ? "a body that is not JSON" : "JSON that is not an object";
  const type = headers["content-type"];
  throw new TransportError(
    `${row.id}: the answer ${status} has ${got}${type === undefined ? "" : ` (${type.slice(0, 64)})`}. ` +
      `Is there a proxy or a sign-in page between here and Graph?`,
    { code: "ERR_BODY" },
  );
}
