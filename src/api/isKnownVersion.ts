/** The version that an entity tag names, null for none. */
export const versionIn = (tag: string | undefined): string | null =>
  tag?.trim().replace(/^(?:W\/)?"(.*)"$/, '$1') ?? null

/**
 * Whether the reader has this version already (If-None-Match). Not Express’s own answer: whatever calls by `fetch` with a
 * version asks for no caches on the way, which is not meant for us.
 */
export const isKnownVersion = (ifNoneMatch: string | undefined, version: string): boolean =>
  ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => versionIn(tag) === version)
