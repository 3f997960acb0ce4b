/** A model that may be written to, all the way down. */
export type Editable<Model> = Model extends readonly (infer Item)[]
  ? Editable<Item>[]
  : Model extends object
    ? { -readonly [Member in keyof Model]: Editable<Model[Member]> }
    : Model;

/**
 * A changed copy of what was read, to be put back: models are read-only, and this is the way to write to one. What the
 * change does not touch stays as it was, also members that this version does not know.
 * @example
 * const schema = await job.schema.get();
 * await job.schema.replace(
 *   edited(schema, ({ synchronizationRules }) => {
 *     for (const { objectMappings } of synchronizationRules ?? [])
 *       for (const mapping of objectMappings ?? []) mapping.enabled = mapping.targetObjectName === "User";
 *   }),
 * );
 */
export function edited<Model extends object>(model: Model, change: (draft: Editable<Model>) => void): Model {
  const draft = structuredClone(model);
  // The copy is nobody else's yet, so it may be written to.
  change(draft as Editable<Model>);
  return draft;
}
