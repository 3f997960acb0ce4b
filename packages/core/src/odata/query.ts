/** The names of an entity's own properties. */
export type PropertyName<Entity> = Extract<keyof Entity, string>;

/** OData options of a request for one entity. No reference page promises them for synchronization resources. */
export interface EntityQuery<Entity, Expandable extends string = never> {
  /** `$select`: the properties to answer; at least one. */
  readonly select?: readonly PropertyName<Entity>[] | undefined;
  /** `$expand`: the related resources to answer inline; at least one. */
  readonly expand?: readonly Expandable[] | undefined;
}

/** OData options of a request for a collection. */
export interface CollectionQuery<Item, Expandable extends string = never> extends EntityQuery<Item, Expandable> {
  /** `$filter`: an OData expression; write it with `odata`, which makes its literals. */
  readonly filter?: string | undefined;
  /** `$orderby`: a property, and `desc` for the largest first. */
  readonly orderby?: string | undefined;
  /** `$top`: items a page, a positive integer. */
  readonly top?: number | undefined;
  /** `$search`, where the collection has it; needs the header `ConsistencyLevel: eventual`. */
  readonly search?: string | undefined;
  /** `$count`: the number of items in all, on the first page; needs the header `ConsistencyLevel: eventual`. */
  readonly count?: boolean | undefined;
}
