import type { Operation } from "../contract/operation.ts";
import { GraphServiceError } from "../errors/graph-service-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { isJsonObject, parseJson } from "../wire/json.ts";
import type { GraphResponse } from "../wire/message.ts";

/**
 * Turns the final answer into the row's output. Any 2xx is a success. A row that documents 202 or 204 has no output,
 * whatever the body says; every other row answers a JSON object.
 * @throws GraphServiceError for any other status
 * @throws TransportError `protocol` where a success has no such body
 */
export function readResponse<Output>(row: Operation<string, never, Output>, response: GraphResponse): Output {
  if (response.status < 200 || response.status > 299) throw new GraphServiceError(row, response);
  const without = row.status === 202 || row.status === 204 || (row.mayBeEmpty === true && response.body === "");
  // Rows of either kind have `undefined` (or `void`, which it is) in their output type.
  if (without) return undefined as Output;
  const json = parseObject(row.id, response);
  // Models promise nothing of a JSON object but its optional members; a row whose body differs has a `read`.
  return row.read === undefined ? (json as Output) : row.read(json);
}

function parseObject(id: string, response: GraphResponse): object {
  const json = parseJson(response.body);
  if (isJsonObject(json)) return json;
  const got =
    response.body === "" ? "no body" : json === undefined ? "a body that is not JSON" : "JSON that is not an object";
  const type = response.headers["content-type"];
  throw new TransportError(
    `${id}: the answer ${response.status} has ${got}${type === undefined ? "" : ` (${type.slice(0, 64)})`}. ` +
      `Is there a proxy or a sign-in page between here and Graph?`,
    { code: "ERR_BODY" },
  );
}
