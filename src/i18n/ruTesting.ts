import type { enTesting } from './enTesting.ts'

/** Russian: trying a course in its bot before it is published. */
export const ruTesting: Record<keyof typeof enTesting, string> = {
  'label.isPreview': 'Для пробы',

  'error.testNeedsBot':
    'Чтобы попробовать курс в Telegram, ему нужен свой бот. Получить его можно в панели бота на странице курса.',
  'error.testNotOpen': 'Этот курс сейчас никто не пробует. Сначала начните пробу.',
  'error.testOfArchived': 'Этот курс в архиве. Чтобы попробовать его, сначала верните его из архива.',
  'error.courseNotTestable':
    'Курс пока нельзя показать: сначала {count, plural, one {нужно исправить # место} few {нужно исправить # места} many {нужно исправить # мест} other {нужно исправить # места}}.',

  'testPanel.title': 'Попробовать в Telegram',
  'testPanel.what':
    'Пройдите рабочую копию в настоящем боте раньше всех. Каждое сообщение помечено, и ничего не считается.',
  'testPanel.needsBot': 'Для этого курсу нужен бот: получите его выше.',
  'testPanel.archived': 'Курс из архива попробовать нельзя.',
  'testPanel.none': 'Ещё не пробовали.',
  'testPanel.current': 'Пробуем рабочую копию от {time}.',
  'testPanel.outdated': 'Пробуем рабочую копию от {time}. С тех пор она изменилась.',
  'testPanel.problems': 'Это пока нельзя показать в чате:',
  'testPanel.start': 'Начать пробу',
  'testPanel.refresh': 'Пробовать последние правки',
  'testPanel.end': 'Закончить пробу',
  'testPanel.confirmEnd':
    'Закончить пробу? Всё, что в ней прошли, забудется. Те, кто пробовал, смогут пробовать и в следующий раз.',
  'testPanel.unsaved': 'Несохранённые правки в пробу не попадут.',
  'testPanel.open': 'Попробовать в Telegram',
  'testPanel.linkAccount':
    'Привяжите Telegram на странице своей учётной записи, чтобы пробовать без приглашения.',
  'testPanel.private': 'Пока курс не опубликован, Telegram никого больше не впускает в бота.',
  'testPanel.testers': 'Кто пробует',
  'testPanel.noTesters': 'Пока никто.',
  'testPanel.you': 'автор',
  'testPanel.status.invited': 'ещё не начал',
  'testPanel.status.active': 'проходит',
  'testPanel.status.completed': 'прошёл до конца',
  'testPanel.remove': 'Убрать',
  'testPanel.removeNamed': 'Убрать: {name}',
  'testPanel.freePlaces':
    '{count, plural, =0 {Мест больше нет.} one {Есть ещё # место.} few {Есть ещё # места.} many {Есть ещё # мест.} other {Есть ещё # места.}}',
  'testPanel.invite': 'Пригласить',
  'testPanel.inviteAnew': 'Сделать новую ссылку',
  'testPanel.joinLink': 'Присоединиться к пробе',
  'testPanel.inviteHint':
    'Кто откроет эту ссылку, тот пробует курс. Её видно только сейчас; она действует до {time}.',
  'testPanel.invited': 'Ссылка, которую вы дали, действует до {time}. Новая её заменит.',
  'testPanel.revoke': 'Отозвать ссылку',
}
