/** Whether a word is a GUID, as the ids of the directory are. */
export function isGuid(word: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word);
}
