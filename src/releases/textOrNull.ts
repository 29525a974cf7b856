/** A text without spaces around it; null when nothing is left. */
export const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null
