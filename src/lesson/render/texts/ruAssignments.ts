import type { AssignmentKey } from './assignmentArguments.ts'

/** Assignments, in Russian. */
export const ruAssignments: Readonly<Record<AssignmentKey, string>> = {
  assignmentTitle: '<b>📝 Задание: {title}</b>',
  assignmentRequirements: 'Требования:',
  assignmentRequirement: '• {text}',
  assignmentAnswer: 'Отправьте ваш ответ {kinds}.',
  answerKind:
    '{kind, select, text {текстом} photo {фото} file {файлом} voice {голосовым сообщением} video {видео} other {видеосообщением}}',
  assignmentFiles:
    '📎 Не больше {files, plural, one {# файла} few {# файлов} many {# файлов} other {# файлов}}, каждый до {megabytes, number, ::.#} МБ.',
  assignmentExtensions: 'Виды файлов: {extensions}.',
  assignmentDue: '🗓 Срок: {date}. Ответы позже срока отмечаются как опоздавшие.',
  assignmentCutOff: '⛔ После {date} ответы не принимаются.',
  assignmentAttemptsLeft:
    '{left, plural, one {Осталась # попытка} few {Осталось # попытки} many {Осталось # попыток} other {Осталось # попытки}}.',
  assignmentPending: '⏳ Ваш ответ (попытка {attempt}) ждёт проверки.',
  assignmentApproved: '✅ Ваш ответ принят.',
  assignmentRejected: '🔁 Попытка {attempt} не принята. Можно отправить новый ответ.',
  assignmentClosed: '⛔ Срок вышел: ответы больше не принимаются.',
  assignmentClosedHeld:
    '⛔ Срок вышел, а дальше в курсе можно пройти только после этого задания. Напишите, пожалуйста, автору курса: он может продлить срок.',
  assignmentNoAttempts: '⛔ Попыток больше не осталось.',
  assignmentNoAttemptsHeld:
    '⛔ Попыток больше не осталось, а дальше в курсе можно пройти только после этого задания. Напишите, пожалуйста, автору курса: он может добавить попытки.',
  assignmentScore: 'Баллы: {score, number} из {max, number}',
  assignmentComment: '💬 {comment}',
  draftCollected: '<b>📥 Собрано:</b> {what}',
  draftEmpty: '<b>📥 Пока ничего не собрано.</b>',
  draftItem:
    '{kind, select, text {{count, plural, one {# текст} few {# текста} many {# текстов} other {# текста}}} photo {{count} фото} video {{count} видео} audio {{count, plural, one {# аудиофайл} few {# аудиофайла} many {# аудиофайлов} other {# аудиофайла}}} voice {{count, plural, one {# голосовое сообщение} few {# голосовых сообщения} many {# голосовых сообщений} other {# голосового сообщения}}} videoNote {{count, plural, one {# видеосообщение} few {# видеосообщения} many {# видеосообщений} other {# видеосообщения}}} animation {{count, plural, one {# анимация} few {# анимации} many {# анимаций} other {# анимации}}} other {{count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}}}',
  draftHint:
    'Можно добавить ещё. Когда всё готово, нажмите «Отправить на проверку». Правки уже присланных сообщений не учитываются.',
  refusedTimes: '({count, plural, one {# раз} few {# раза} many {# раз} other {# раза}})',
  refusedKind: '⚠️ Не принято: здесь отвечают {kinds}.',
  refusedProgram: '⚠️ Не принято: программы присылать нельзя.',
  refusedExtension: '⚠️ Не принято: можно присылать только файлы таких видов: {extensions}.',
  refusedEmpty: '⚠️ Не принято: внутри пусто.',
  refusedTooLarge: '⚠️ Не принято: файл больше {megabytes, number, ::.#} МБ.',
  refusedTooManyFiles:
    '⚠️ Не принято: в ответе не больше {files, plural, one {# файла} few {# файлов} many {# файлов} other {# файлов}}.',
  refusedTooManyTexts:
    '⚠️ Не принято: столько текста в ответ не поместится. Пришлите его файлом, если файлы принимаются.',
  submittedTitle: '<b>📨 Отправлено на проверку</b> (попытка {attempt})',
  submittedApproved: '<b>✅ Ваш ответ принят</b> (попытка {attempt})',
  submittedLate: '⏰ Ответ пришёл после срока и отмечен как опоздавший.',
  submittedWait: 'Мы сообщим здесь, когда ответ проверят; после этого курс продолжится.',
  submittedGoOn: 'Мы сообщим здесь, когда ответ проверят. Ждать не обязательно: путь дальше открыт.',
  reviewedApproved: '<b>✅ Ваш ответ на задание «{title}» принят</b>',
  reviewedRejected: '<b>🔁 Ответ на задание «{title}» нужно доработать</b>',
  reviewedRetry: 'Откройте задание и отправьте новый ответ.',
  noticeUnderReview:
    'Ваш ответ сейчас проверяют: добавить к нему ничего нельзя. Мы сообщим, когда проверка закончится.',
  noticeAssignmentClosed: 'Срок этого задания вышел: ответы больше не принимаются.',
  noticeNoAttemptsLeft: 'У этого задания больше не осталось попыток.',
  toastAssignmentFirst: 'Сначала отправьте ответ на задание: тогда откроется путь дальше.',
  toastOnlyReviewLeft: 'Всё остальное пройдено. Осталась проверка вашего ответа: бот сообщит о ней.',
  toastReviewFirst: 'Ваш ответ ещё проверяют: после этого откроется путь дальше.',
  toastDraftEmpty: 'Отправлять пока нечего: сначала пришлите ответ.',
  buttonSend: 'Отправить на проверку',
  buttonClear: 'Очистить',
  buttonOpenAssignment: 'Открыть задание',
}
