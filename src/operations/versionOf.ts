/** The version of a thing that was last changed then: an ETag, without its quotes. @param ms since 1970 */
export const versionOf = (ms: number, release?: number): string =>
  release === undefined ? Math.round(ms).toString(36) : `${Math.round(ms).toString(36)}-${release}`
