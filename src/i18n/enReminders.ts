/** English: reminders of a course. */
export const enReminders = {
  'label.tab.reminders': 'Reminders',
  'label.reminder': 'Reminder',
  'label.reminders': 'Reminders',
  'label.reminders.isOn': 'Remind whoever stays away',
  'label.reminders.ladder': 'When',
  'label.reminder.amount': 'After',
  'label.reminder.unit': 'Hours or days',
  'label.reminder.unit.hours': 'hours',
  'label.reminder.unit.days': 'days',
  'hint.reminders':
    'Learners who stay away are called back, never in their quiet hours. Anything that they do begins the row anew; after the last reminder the bot is silent until they come back. Nobody is called who cannot go on, has finished, or has switched reminders off.',
  'hint.reminders.ladder':
    'The first one counts from the last thing that the learner did, each other one from the one before.',
  'hint.ownText.reminder':
    "Instead of the product’s words. '{title}' of the course, '{name}' of the learner, '{step}' where they stand, '{days}' in a row on which they have learned. A line whose value is not known is left out.",
  'reminders.problem.count': 'Set up one to {max} reminders, or switch them off.',
  'reminders.problem.amount': 'A whole number from 1 to {max}.',
}
