import { templateType } from "../odata/entity-type.ts";
import { templatesOf } from "../store/templates.ts";
import type { Built } from "./handler.ts";

export const listTemplates: Built<"templates.list"> = {
  kind: "collection",
  type: templateType,
  async handle({ db, owner, expand }) {
    const { appId } = await owner();
    return { value: await templatesOf(db, appId, { schema: expand.has("schema") }) };
  },
};
