import { jsonOf } from "../database/unchanging.ts";
import type { AnswerOptions } from "../odata/options.ts";
import { pageOf } from "../odata/page.ts";
import { project } from "../odata/project.ts";

/**
 * The JSON of one object as an answer. It is put together from texts, here and below, because most objects have been answered
 * before, and then theirs is known.
 */
export function entityText(context: string, entity: object, options: AnswerOptions): string {
  const members = project(entity, options);
  const text = jsonOf(members);
  // One that it has already stays: a name must not be there twice.
  if (Object.hasOwn(members, contextName)) return text;
  const opening = `{"${contextName}":${JSON.stringify(context)}`;
  return text === "{}" ? `${opening}}` : `${opening},${text.slice(1)}`;
}

/** The JSON of a page of a list: the one that the options ask for. The next is at `url` and at this origin. */
export function pageText(
  context: string,
  all: readonly object[],
  options: AnswerOptions,
  url: string,
  origin: string,
): string {
  const { items, count, skipToken } = pageOf(all, options);
  const counted = count === undefined ? "" : `"@odata.count":${count},`;
  const next = skipToken === undefined ? "" : `"@odata.nextLink":${JSON.stringify(nextLink(url, skipToken, origin))},`;
  const texts = items.map((item) => jsonOf(project(item, options)));
  return `{"${contextName}":${JSON.stringify(context)},${counted}${next}"value":[${texts.join(",")}]}`;
}

const contextName = "@odata.context";

/** The same request from where this page ended, at the configured origin: a caller's `Host` must not lead others away. */
function nextLink(url: string, skipToken: string, origin: string): string {
  const { pathname, searchParams } = new URL(url);
  const parameters = new URLSearchParams(searchParams);
  parameters.set("$skiptoken", skipToken);
  const query = parameters.toString().replaceAll("%24", "$").replaceAll("+", "%20");
  return `${origin}${pathname}?${query}`;
}
