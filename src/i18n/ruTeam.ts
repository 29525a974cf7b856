import type { enTeam } from './enTeam.ts'

/** Russian: the team of a course. */
export const ruTeam: Record<keyof typeof enTeam, string> = {
  'label.hasReviewCards': 'Присылать мне работы на проверку в Telegram',
  'hint.hasReviewCards': 'Каждую карточкой от бота платформы, а когда их много — одним сообщением со счётом.',

  'error.courseOwnerOnly': 'Это может только автор курса.',
  'error.coAuthorNotCreator': 'Соавтором может быть только учётная запись, которой можно создавать курсы.',
  'error.teamFull': 'В команде не больше {max} человек.',
  'error.inviteMissing': 'Этого приглашения больше нет.',

  'team.title': 'Команда',
  'team.count': '{count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}',
  'team.about':
    'Соавторы пишут курс и проверяют работы. Наставники только проверяют и больше ничего не видят.',
  'team.role.creator': 'автор',
  'team.role.coAuthor': 'соавтор',
  'team.role.mentor': 'наставник',
  'team.self': '{name} (вы)',
  'team.noTelegram': 'Telegram не привязан',
  'team.invited': 'Приглашены:',
  'team.remove': 'Убрать: {name}',
  'team.removeShort': 'Убрать',
  'team.confirmRemove': 'Убрать {name} из команды? Всё, что этот человек добавил в курс, останется.',
  'team.leave': 'Выйти',
  'team.confirmLeave': 'Выйти из команды этого курса? Вы больше не будете его видеть.',
  'team.withdraw': 'Отозвать приглашение для {email}',
  'team.withdrawShort': 'Отозвать',
  'team.add': 'Добавить человека',
  'team.role': 'Кем',
  'team.email': 'Адрес учётной записи',
  'team.emailHint':
    'Приглашение появится, когда этот человек откроет админку. Есть ли такая учётная запись, никто не узнает.',
  'team.invite': 'Пригласить',
  'team.asked': 'Приглашение для {email} отправлено.',
  'team.link': 'Создать ссылку',
  'team.linkHint':
    'Отдайте её одному человеку: войдёт тот, кто откроет первым. Она действует сутки. Наставнику учётная запись не нужна.',
  'team.open': 'Войти через Telegram',
  'team.cancel': 'Закрыть',
  'team.invites.title': 'Приглашения',
  'team.invites.text':
    '{role, select, coAuthor {Писать курс «{course}» соавтором} other {Проверять работы курса «{course}» наставником}}',
  'team.invites.by': 'приглашает {name}',
  'team.invites.accept': 'Принять',
  'team.invites.decline': 'Отказаться',
  'team.invites.accepted': 'Вы в команде курса «{course}».',
}
