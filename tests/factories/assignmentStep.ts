import type { Step } from '../../src/payload-types.ts'

/** What makes a step an assignment. */
export const assignmentStep = (
  title: string,
  settings: Partial<NonNullable<Step['assignment']>> = {},
): Partial<Step> => ({
  ...{ title, stepType: 'assignment' },
  assignment: {
    ...{ accepts: ['text', 'photo', 'file'], grading: 'passFail', autoApprove: 'never' },
    ...settings,
  },
})
