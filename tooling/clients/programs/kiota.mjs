import {
  HttpMethod,
  ParseNodeFactoryRegistry,
  RequestInformation,
  SerializationWriterFactoryRegistry,
} from "@microsoft/kiota-abstractions";
import { JsonParseNodeFactory } from "@microsoft/kiota-serialization-json";
import { GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import { scenario } from "./scenario.mjs";

/** Microsoft's generated SDK, by the adapter that all of its request builders send with. */
const [, , origin = ""] = process.argv;
const parsers = new ParseNodeFactoryRegistry();
const json = new JsonParseNodeFactory();
parsers.contentTypeAssociatedFactories.set(json.getValidContentType(), json);
const authentication = {
  authenticateRequest: async (request) => void request.headers.add("authorization", "Bearer a-token"),
};
const adapter = new GraphRequestAdapter(authentication, parsers, new SerializationWriterFactoryRegistry());

const seen = await scenario(
  async ({ method, path, version = "v1.0", query = {}, body, contentType = "application/json" }) => {
    const request = new RequestInformation(HttpMethod[method]);
    request.URL = `${origin}/${version}${path}?${new URLSearchParams(query)}`;
    request.headers.add("accept", "application/json");
    if (body !== undefined) {
      request.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, contentType);
    }
    const bytes = await adapter.sendPrimitive(request, "ArrayBuffer", undefined);
    const text = bytes === undefined ? "" : new TextDecoder().decode(bytes);
    return text === "" ? undefined : JSON.parse(text);
  },
  ({ responseStatusCode }) => responseStatusCode,
);
process.stdout.write(JSON.stringify(seen));
