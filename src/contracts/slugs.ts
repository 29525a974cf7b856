/** Collection slugs: the names under which data is known to every process. */
export const slugs = {
  users: 'users',
  courses: 'courses',
  steps: 'steps',
  media: 'media',
  bots: 'bots',
  botRequests: 'botRequests',
  managedBots: 'managedBots',
  linkCodes: 'linkCodes',
  testers: 'testers',
  enrollments: 'enrollments',
  progress: 'progress',
  releases: 'releases',
  assignments: 'assignments',
  submissionFiles: 'submissionFiles',
  outbox: 'outbox',
  deadLetters: 'deadLetters',
} as const
