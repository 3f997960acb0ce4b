import { attribute } from "../model/metadata-reader.ts";

/**
 * Reads what a metadata document (CSDL in XML) offers below the container, as `GET /{root}/{id}/synchronization/jobs`:
 * reading, making, updating and deleting on every navigation path, the stream and the count where there is one, and every
 * bound action and function. The paths are those of OData 4.01, part 2, and have no `()` after a function.
 */
export function readOperations(xml: string): readonly string[] {
  const entities = new Map([...readEntities(xml)]);
  const bound = [...readBound(xml)];

  function* onType(type: string, path: string): Generator<string> {
    for (const { method, name, binding } of bound) if (binding === type) yield `${method} ${path}/${name}`;
  }

  function* onEntity(type: string, path: string): Generator<string> {
    const entity = entities.get(type);
    if (entity === undefined) throw new Error(`The metadata has no entity type ${type}, to which ${path} leads.`);
    yield* [`GET ${path}`, `${entity.updateMethod} ${path}`, `DELETE ${path}`];
    if (entity.hasStream) yield* [`GET ${path}/$value`, `PUT ${path}/$value`, `DELETE ${path}/$value`];
    yield* onType(type, path);
    for (const [name, target] of entity.navigation) {
      const item = /^Collection\((.*)\)$/.exec(target)?.[1];
      yield* item === undefined ? onEntity(target, `${path}/${name}`) : onCollection(item, name, `${path}/${name}`);
    }
  }

  function* onCollection(item: string, name: string, path: string): Generator<string> {
    yield* [`GET ${path}`, `POST ${path}`, `GET ${path}/$count`];
    yield* onType(`Collection(${item})`, path);
    yield* onEntity(item, `${path}/{${keys[name] ?? `${name}Id`}}`);
  }

  return [...onEntity("graph.synchronization", "/{root}/{id}/synchronization")];
}

/** What the rows call the key of a collection's items. */
const keys: Readonly<Record<string, string>> = {
  jobs: "jobId",
  templates: "templateId",
  directories: "directoryId",
};

interface EntityType {
  /** Names with their types, in the order of the document. */
  readonly navigation: readonly (readonly [name: string, type: string])[];
  readonly hasStream: boolean;
  readonly updateMethod: "PATCH" | "PUT";
}

function* readEntities(xml: string): Generator<[type: string, entity: EntityType]> {
  const replaced = [...xml.matchAll(/<Annotations Target="microsoft\.graph\.(\w+)">(.*?)<\/Annotations>/gs)]
    .filter(([, , body = ""]) => body.includes("UpdateMethod") && body.includes("HttpMethod/PUT"))
    .map(([, name]) => name);
  for (const [, tag = "", body = ""] of xml.matchAll(/<EntityType\s([^>]*?)(?:\/>|>(.*?)<\/EntityType>)/gs)) {
    const name = attribute(tag, "Name") ?? "";
    const navigation = [...body.matchAll(/<NavigationProperty\s([^>]*)>/g)].map(
      ([, member = ""]) => [attribute(member, "Name") ?? "", attribute(member, "Type") ?? ""] as const,
    );
    const hasStream = attribute(tag, "HasStream") === "true";
    yield [`graph.${name}`, { navigation, hasStream, updateMethod: replaced.includes(name) ? "PUT" : "PATCH" }];
  }
}

interface BoundOperation {
  readonly method: "GET" | "POST";
  readonly name: string;
  /** The type that it is called on. */
  readonly binding: string;
}

function* readBound(xml: string): Generator<BoundOperation> {
  for (const [, kind, tag = "", body = ""] of xml.matchAll(/<(Action|Function)\s([^>]*)>(.*?)<\/\1>/gs)) {
    // By OData the first parameter is the binding one.
    const parameter = /<Parameter\s([^>]*)>/.exec(body)?.[1] ?? "";
    const name = attribute(tag, "Name") ?? "";
    yield { method: kind === "Action" ? "POST" : "GET", name, binding: attribute(parameter, "Type") ?? "" };
  }
}
