import type { enReminders } from './enReminders.ts'

/** Russian: reminders of a course. */
export const ruReminders: Record<keyof typeof enReminders, string> = {
  'label.tab.reminders': 'Напоминания',
  'label.reminder': 'Напоминание',
  'label.reminders': 'Напоминания',
  'label.reminders.isOn': 'Напоминать тем, кто давно не заходил',
  'label.reminders.ladder': 'Когда',
  'label.reminder.amount': 'Через',
  'label.reminder.unit': 'Часов или дней',
  'label.reminder.unit.hours': 'часов',
  'label.reminder.unit.days': 'дней',
  'hint.reminders':
    'Бот зовёт тех, кто давно не заходил, и никогда – в их тихие часы. Любое действие ученика начинает отсчёт заново; после последнего напоминания бот молчит, пока ученик не вернётся. Не зовут тех, кому пока нечего делать, кто прошёл курс или отключил напоминания.',
  'hint.reminders.ladder':
    'Первое – после последнего действия ученика, каждое следующее – после предыдущего напоминания.',
  'hint.ownText.reminder':
    "Вместо слов бота. '{title}' – курс, '{name}' – имя ученика, '{step}' – где он остановился, '{days}' – сколько дней подряд он занимался. Строка, для которой значения нет, пропускается.",
  'reminders.problem.count': 'Задайте от одного до {max} напоминаний или отключите их.',
  'reminders.problem.amount': 'Целое число от 1 до {max}.',
}
