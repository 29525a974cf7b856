/** What somebody may be in a course beside its creator: co-authors write it and review, mentors review. */
export const teamRoles = ['coAuthor', 'mentor'] as const
export type TeamRole = (typeof teamRoles)[number]
