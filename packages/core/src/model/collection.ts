/** A page of a collection as the service answers it. */
export interface Collection<Item> {
  /** Where the metadata of the answer is; nothing reads it. */
  readonly "@odata.context"?: string;
  /** How many items there are in all; on the first page, and only where it was asked for. */
  readonly "@odata.count"?: number;
  /** The address of the next page, opaque; absent on the last. */
  readonly "@odata.nextLink"?: string;
  /** The items of this page; it may be empty although there is a next one. */
  readonly value: readonly Item[];
}
