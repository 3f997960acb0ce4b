import { templatesOf } from "../store/templates.ts";
import type { Handler } from "./handler.ts";

export const listTemplates: Handler<"templates.list"> = async ({ db, owner, expand }) => ({
  value: await templatesOf(db, owner.appId, { schema: expand.has("schema") }),
});
