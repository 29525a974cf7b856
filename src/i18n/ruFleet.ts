import type { enFleet } from './enFleet.ts'

/** What operators see of all bots, in Russian. */
export const ruFleet: Record<keyof typeof enFleet, string> = {
  'fleet.title': 'Боты платформы',
  'fleet.badge.good': 'Всё в порядке',
  'fleet.badge.bad':
    '{count, plural, one {# бот требует внимания} few {# бота требуют внимания} other {# ботов требуют внимания}}',
  'fleet.none': 'Ни у одного курса ещё нет бота.',
  'fleet.states': 'По состоянию',
  'fleet.errors': 'По ошибке',
  'fleet.noErrors': 'Ни один бот не сообщает об ошибке.',
  'fleet.waiting': 'Ждёт выполнения',
  'fleet.nothingWaits': 'Ничего не ждёт.',
  'fleet.checks': 'Сверка с Telegram',
  'fleet.checkedSince': 'Самая давняя была {time}.',
  'fleet.neverChecked': 'Пока не было: каждый бот проверяется не реже чем раз в шесть часов.',
  'fleet.overdue':
    '{count, plural, one {# проверка просрочена} few {# проверки просрочены} other {# проверок просрочено}}.',
  'fleet.platform': 'Бот платформы',
  'fleet.noPlatform': 'Его нет: авторы вставляют токены.',
  'fleet.platformProblem': '@{username} не может создавать ботов: {problem}',
  'fleet.unreachable': 'Сервер не отвечает; показанное могло устареть.',
  'fleet.topic.bot': 'настроить бота',
  'fleet.topic.check': 'проверить бота',
  'fleet.topic.rearm': 'вернуть потерянный вебхук',
  'fleet.topic.delivery': 'отправить экран ещё раз',
  'fleet.topic.alert': 'известить автора',
  'fleet.topic.farewell': 'сказать ученикам, что бот больше не учит',
  'fleet.topic.erasure': 'отдать ученику данные и забыть его',
  'fleet.topic.submission': 'забрать присланное учеником',
  'fleet.topic.reviewer': 'Проверяющие',
  'fleet.topic.notice': 'Сообщения курсов',
  'fleet.checkNow': 'Проверить сейчас',
  'fleet.checkAsked': 'Бот проверяется; его состояние здесь обновится.',
  'error.botWithoutToken': 'У этого бота ещё нет токена: проверять нечего.',
}
