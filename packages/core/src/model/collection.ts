/** A page of a collection as the service answers it. */
export interface Collection<Item> {
  readonly "@odata.context"?: string;
  /** How many items there are in all; on the first page, and only where it was asked for. */
  readonly "@odata.count"?: number;
  /** The address of the next page, opaque; absent on the last. */
  readonly "@odata.nextLink"?: string;
  readonly value: readonly Item[];
}
