/** What the service answered, without the address of its metadata, which stands around it and is no part of it. */
export function withoutContext<Entity extends object>(entity: Entity): Entity {
  const { "@odata.context": _, ...rest } = { "@odata.context": undefined, ...entity };
  // Taken away was only what no model has.
  return rest as unknown as Entity;
}
