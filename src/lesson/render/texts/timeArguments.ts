/** Texts about what comes by itself, with their placeholders. */
export const timeArguments = {
  unlockedTitle: ['count'],
  unlockedStep: ['index', 'title'],
  unlockedMore: ['count'],
  buttonOpenStep: [],
  reminderFirst: ['course'],
  reminderAgain: ['course'],
  reminderStep: ['index', 'title'],
  reminderStreak: ['days'],
  reminderLast: [],
  streak: ['days'],
} as const satisfies Record<string, readonly string[]>
