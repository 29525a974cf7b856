/** English: what the platform bot says to reviewers. */
export const en = {
  team: {
    joined: {
      mentor: ({ course }: { course: string }) =>
        `You are a mentor of “${course}” now. Works of its learners come here; /reviews shows what waits and turns that off.`,
      coAuthor: ({ course }: { course: string }) =>
        `You are a co-author of “${course}” now: it is among the courses in your admin. Works of its learners come here; /reviews shows what waits and turns that off.`,
    },
    own: ({ course }: { course: string }) =>
      `“${course}” is your own course. Give the link to whom you want to invite.`,
    expired: (_: { course: string }) => 'This link is no longer good: it lasts a day. Ask for a new one.',
    used: (_: { course: string }) => 'Somebody has used this link. Ask for a new one.',
    unknown: (_: { course: string }) => 'I do not know this link. Ask for a new one.',
    notCreator: (_: { course: string }) =>
      'Co-authors need an account that may make courses. Link yours to this Telegram account first, then open the link again.',
    full: (_: { course: string }) => 'The team of this course is full.',
  },
}

export type ReviewTexts = typeof en
