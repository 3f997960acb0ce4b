import { type Command, Option } from "commander";
import type { Session } from "../connection/session.ts";
import { readJsonObject } from "../input/read-input.ts";
import type { Surroundings } from "../surroundings.ts";
import { readUser, withoutUnread } from "./directory-user.ts";

/** Of every verb that tries something for one object. */
export interface TriedObjectOptions {
  readonly input?: string;
  readonly user?: string;
}

export function addTriedObjectOptions(command: Command): void {
  command
    .option("--input <file>", "the object, a JSON file or - for stdin")
    .addOption(
      new Option("--user <id>", "a user of the directory: an id or a principal name (User.Read.All)").conflicts(
        "input",
      ),
    );
}

/** The object that `--input` names; without it an object without attributes. */
export async function givenObject(
  { input }: TriedObjectOptions,
  surroundings: Surroundings,
): Promise<Readonly<Record<string, unknown>>> {
  return input === undefined ? {} : readJsonObject(input, surroundings);
}

/** A user as `--input` would give it, with these attributes; which of them cannot be read goes to stderr. */
export async function userObject(
  session: Session,
  id: string,
  attributes: readonly string[],
  { stderr }: Pick<Surroundings, "stderr">,
): Promise<Readonly<Record<string, unknown>>> {
  const { properties, unread } = await readUser(session, id, attributes);
  stderr.write(withoutUnread(unread));
  return Object.fromEntries(properties.map(({ key, value }) => [key ?? "", value]));
}
