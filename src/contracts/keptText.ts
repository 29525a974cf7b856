/** What of a text can be kept: PostgreSQL takes neither a NUL nor half a surrogate pair. */
export const keptText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
