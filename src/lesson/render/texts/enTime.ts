/** English: what comes by itself. */
export const enTime = {
  unlockedTitle: '🔓 <b>{count, plural, one {A new step is open} other {New steps are open: #}}</b>',
  unlockedStep: '{index}. {title}',
  unlockedMore: '… and {count} more',
  buttonOpenStep: '▶️ Open',
  reminderFirst: '👋 The course “{course}” is waiting for you.',
  reminderAgain: '👋 It has been a while: the course “{course}” goes on whenever you like.',
  reminderStep: 'You are here: step {index}, {title}',
  reminderStreak:
    '🔥 {days, plural, one {# day} other {# days}} in a row: one step today keeps the row going.',
  reminderLast:
    'I will not remind you any more. Nothing is lost: press the button whenever you want to go on.',
  streak: '🔥 {days, plural, one {# day} other {# days}} in a row',
}
