/**
 * The link that a job keeps between an object of the source and its partner in the target. Read-only.
 *
 * Beta only, a preview: neither the metadata nor Microsoft's type packages have it.
 * https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
 */
export interface ObjectConnection {
  /** The id that was asked for: of the source, or else of the target. */
  readonly objectId?: string | null;
  /** What identifies the object in the source. */
  readonly sourceAnchor?: string | null;
  /** What identifies the object in the target. */
  readonly targetAnchor?: string | null;
  /** What people call the object. */
  readonly displayName?: string | null;
  /** Such as `User`. */
  readonly objectTypeName?: string | null;
}
