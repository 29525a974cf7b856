/** Whoever is not the author of a thing, from nobody at all to those with rights of their own. */
export const actors = ['nobody', 'student', 'creator', 'moderator', 'deactivated'] as const
export type Actor = (typeof actors)[number]
