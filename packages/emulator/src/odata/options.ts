import { badRequest, GraphFault } from "../http/graph-fault.ts";
import { compileFilter, type Test } from "./compile-filter.ts";
import type { EntityType } from "./entity-type.ts";
import { ODataSyntaxError } from "./odata-error.ts";
import { readOrderBy, type Order } from "./order-by.ts";
import { parseFilter } from "./parse-filter.ts";

/** The options of a request, checked against the type of its answer. */
export interface AnswerOptions {
  /** Absent when every property is wanted. */
  readonly select?: ReadonlySet<string>;
  /** What is selected, as it is where the item has no such member. Absent where it is left out then. */
  readonly unset?: Readonly<Record<string, unknown>>;
  readonly expand: ReadonlySet<string>;
  readonly filter?: Test;
  readonly order?: Order;
  /** Items a page. */
  readonly top?: number;
  readonly skipToken?: string;
  readonly count: boolean;
}

/** What is asked for: one object, a list of them, how many there are, or something without a type, which takes no options. */
export interface Asked {
  readonly kind: "entity" | "collection" | "count" | "nothing";
  readonly type?: EntityType;
}

const ofEntity: readonly string[] = ["$select", "$expand"];
const ofCollection: readonly string[] = [...ofEntity, "$filter", "$orderby", "$top", "$skiptoken", "$count"];
const taken: Readonly<Record<Asked["kind"], readonly string[]>> = {
  entity: ofEntity,
  collection: ofCollection,
  count: ["$filter"],
  nothing: ofEntity,
};
const largestPage = 999;

/** Names that, with a `$`, are options of OData. Graph takes some of them without it, in beta. */
const withoutSign =
  /^(?:apply|compute|count|deltatoken|expand|filter|format|orderby|search|select|skip|skiptoken|top)$/iu;

/**
 * Reads the options of a request. One that is not known, that the answer does not take or that is given twice is refused:
 * an option that is silently ignored looks like an answer to it. So does one that lacks its `$`; other names are the caller's own and
 * stay unread.
 */
export function readOptions(
  parameters: URLSearchParams,
  { kind, type }: Asked,
  consistencyLevel?: string,
): AnswerOptions {
  const names = [...parameters.keys()].filter((name) => name.startsWith("$") || withoutSign.test(name));
  for (const [index, name] of names.entries()) {
    if (!name.startsWith("$")) throw badRequest(`The query option '${name}' is not supported here. Write '$${name}'.`);
    if (type === undefined || !taken[kind].includes(name) || type.lacks?.includes(name) === true) {
      throw badRequest(`The query option '${name}' is not supported on this resource.`);
    }
    if (names.indexOf(name) !== index) throw badRequest(`The query option '${name}' was specified more than once.`);
  }
  if (type?.countsEventually === true && consistencyLevel?.toLowerCase() !== "eventual") {
    if (kind === "count") throw unsupportedQuery(rawCount);
    if (names.includes("$count")) throw unsupportedQuery("$count needs the header ConsistencyLevel: eventual here.");
  }
  if (type === undefined || names.length === 0) return { expand: new Set(), count: false, ...pageSizeOf(type) };
  const select = readList(parameters.get("$select"), "$select", [...type.properties, ...type.expandable, "*"], type);
  const filter = parameters.get("$filter");
  const order = parameters.get("$orderby");
  const skipToken = parameters.get("$skiptoken");
  return {
    ...(select !== undefined && !select.has("*") && { select, ...unsetOf(select, type) }),
    expand: readList(parameters.get("$expand"), "$expand", type.expandable, type) ?? new Set(),
    ...(filter !== null && { filter: clause("filter", filter, () => compileFilter(parseFilter(filter), type)) }),
    ...(order !== null && { order: clause("orderby", order, () => readOrderBy(order, type)) }),
    ...pageSizeOf(type),
    ...topIn(parameters.get("$top")),
    ...(skipToken !== null && { skipToken }),
    count: countIn(parameters.get("$count")),
  };
}

/** Graph's words: https://github.com/azurekid/ScEntra/issues/17 */
const rawCount =
  "Raw count (/$count) is not supported because the 'ConsistencyLevel:eventual' header is missing. Refer to https://aka.ms/graph-docs/advanced-queries for more information";

function unsupportedQuery(message: string): GraphFault {
  return new GraphFault(400, "Request_UnsupportedQuery", message);
}

function unsetOf(select: ReadonlySet<string>, { lists }: EntityType): Pick<AnswerOptions, "unset"> {
  if (lists === undefined) return {};
  return { unset: Object.fromEntries([...select].map((name) => [name, lists.includes(name) ? [] : null])) };
}

function pageSizeOf(type: EntityType | undefined): { readonly top?: number } {
  return type?.pageSize === undefined ? {} : { top: type.pageSize };
}

/** Graph's words for a page that is too large. */
function topIn(text: string | null): { readonly top?: number } {
  if (text === null) return {};
  const top = Number(text);
  if (/^\d{1,9}$/u.test(text) && top >= 1 && top <= largestPage) return { top };
  throw badRequest(`Invalid page size specified: '${text}'. Must be between 1 and ${largestPage} inclusive.`);
}

function countIn(text: string | null): boolean {
  if (text === null || text === "true" || text === "false") return text === "true";
  throw badRequest(`Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`);
}

function clause<T>(name: string, text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error;
    throw badRequest(`Invalid ${name} clause: ${error.message} at position ${error.position} in '${text}'.`);
  }
}

function readList(
  text: string | null,
  option: "$select" | "$expand",
  allowed: readonly string[],
  type: EntityType,
): ReadonlySet<string> | undefined {
  if (text === null) return undefined;
  if (option === "$expand" && text.includes("(")) {
    throw badRequest("Parsing OData Select and Expand failed: options inside $expand are not supported here.");
  }
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (name === "") throw badRequest(`Parsing OData Select and Expand failed: ${option} holds an empty name.`);
    if (!allowed.includes(name)) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type.name}'.`,
      );
    }
  }
  return new Set(names);
}
