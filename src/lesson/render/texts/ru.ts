import { ruAssignments } from './ruAssignments.ts'
import { ruQuiz } from './ruQuiz.ts'
import { ruPersonal } from './ruPersonal.ts'
import { ruTime } from './ruTime.ts'
import { ruRules } from './ruRules.ts'
import type { Catalogue } from './textArguments.ts'

export const ru: Catalogue = {
  ...ruAssignments,
  ...ruQuiz,
  ...ruPersonal,
  ...ruTime,
  testMark: '🧪 Проба: ученики этого не видят, и в статистику это не попадёт.',
  testPoll: '🧪 Проба · {question}',
  noticeTestErased:
    'Всё, что вы сделали в этой пробе, стёрто. Вы остаётесь среди тех, кто пробует курс, пока автор вас не уберёт: /start начнёт сначала.',
  ...ruRules,
  welcomeTitle: '<b>🎓 Добро пожаловать на курс "{title}"</b>',
  welcomeSteps: '📚 Всего этапов: {count}',
  welcomeDuration: '⏱ Примерное время: {minutes} мин',
  welcomeRating: '⭐ Рейтинг: {rating, number, ::.#}/5',
  welcomeBegin: 'Нажмите "{button}" чтобы приступить к первому этапу.',
  welcomeResume: 'Нажмите "{button}", чтобы вернуться к этапу, на котором вы остановились.',
  welcomeReview: 'Вы уже прошли этот курс. Нажмите "{button}", чтобы просмотреть его ещё раз.',
  stepTitle: '<b>📖 Этап {index}: {title}</b>',
  stepOptional: '🌿 Этот этап не обязателен: его можно пропустить.',
  fileUnavailable: '📎 Этот файл недоступен.',
  fileLink: '📎 {name} ({size} МБ)',
  calloutNote: 'Примечание',
  calloutTip: 'Совет',
  calloutImportant: 'Важно',
  calloutWarning: 'Внимание',
  detailsSummary: 'Подробнее',
  progressLine: '📊 Прогресс: {done}/{total} ({percent}%)',
  completionTitle: '<b>🎉 Поздравляем! Вы прошли курс "{title}"</b>',
  completionText: 'Все этапы остаются открытыми: к любому можно вернуться через содержание.',
  contentsTitle: '<b>📚 Содержание курса "{title}"</b>',
  contentsSection: '<b>{section}</b>',
  contentsLegendWaiting: '⏳ на проверке',
  contentsLegend: '✅ пройден · ▶️ вы здесь · 🔓 открыт · 🔒 пока закрыт',
  contentsOptional: '{title} (по желанию)',
  contentsPage: 'Страница {page} из {pages}',
  bookmarksTitle: '<b>🔖 Ваши закладки</b>',
  bookmarksNone: 'Закладок пока нет. Их добавляет кнопка «🔖 В закладки» под этапом.',
  progressTitle: '<b>🎓 {title}</b>',
  progressCurrent: '▶️ Вы на этапе {index}: {title}',
  progressLeft:
    '{left, plural, one {Остался # этап} few {Осталось # этапа} many {Осталось # этапов} other {Осталось # этапа}}.',
  progressCompleted: '🎉 Курс пройден.',
  progressSection: '{section}: {done}/{total}',
  progressOtherSteps: 'Другие этапы',
  restartTitle: '<b>🔄 Начать курс "{title}" заново?</b>',
  restartText:
    'Отметки о пройденных этапах будут сняты, а этапы снова закрыты. Закладки, ответы и лучшие результаты сохранятся.',
  restartCompleted: 'То, что вы уже прошли курс, не забудется.',
  quizQuestion: '<b>❓ Вопрос {index} из {total}</b>',
  quizPollQuestion: '{index}/{total}. {text}',
  quizChooseOne: 'Выберите один ответ.',
  quizChooseAll: 'Выберите все верные ответы и нажмите «Ответить».',
  quizRight: '<b>🎉 Верно!</b>',
  quizWrong: '<b>🤔 Не совсем так.</b>',
  quizMissed: '(верно, но не выбрано)',
  quizResult: '<b>🏁 Ваш результат: {percent}%</b>',
  quizRightOf: 'Верных ответов: {right} из {total}',
  quizPassed: '✅ Тест пройден: нужно было не меньше {percent}%.',
  quizFailed: '❌ Тест пока не пройден: нужно не меньше {percent}%. Попробуйте ещё раз.',
  quizBest: '🏆 Ваш лучший результат: {percent}%',
  quizQuestions: '❓ {count, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}}',
  help: `<b>Как проходить курс</b>

«{next}» отмечает этап пройденным и открывает следующий, «{back}» возвращает к предыдущему, «{contents}» показывает все этапы курса и те, что уже открыты.

/start — начало курса
/contents — содержание
/bookmarks — ваши закладки
/progress — ваш прогресс
/resume — продолжить с того же места
/settings — язык, часовой пояс, напоминания
/rate — оценить курс
/restart — начать курс заново
/delete_me — получить свои данные и стереть их
/help — эта справка`,
  noticeNotAvailable: 'Этот курс сейчас недоступен. Загляните, пожалуйста, позже.',
  noticeAccountInactive: 'Ваш доступ приостановлен. Обратитесь, пожалуйста, к автору курса.',
  noticeNotStarted: 'Чтобы открыть курс, отправьте команду /start.',
  noticeTextNotExpected:
    'На этом этапе отвечать сообщением не нужно: пользуйтесь кнопками. Если кнопок не видно, отправьте /resume.',
  noticeUnknownCommand: 'Такой команды нет. Что умеет этот бот, расскажет /help.',
  noticeAnswerTooLate:
    'Этот ответ не засчитан: вопрос уже закрыт. Чтобы продолжить с того места, где вы сейчас, отправьте /resume.',
  noticeAnswerLost: 'Простите, ваш ответ до нас не дошёл. Вот этот вопрос ещё раз:',
  noticeQuizChanged: 'Автор изменил этот тест, поэтому он начинается заново.',
  toastButtonOutdated:
    'Эта кнопка устарела. Пользуйтесь кнопками последнего сообщения или отправьте /resume.',
  toastStepLocked: 'Этот этап пока закрыт: сначала пройдите предыдущие.',
  toastStepGone: 'Этого этапа в курсе больше нет.',
  toastNotAvailable: 'Сейчас это недоступно. Попробуйте, пожалуйста, позже.',
  toastQuestionClosed: 'Этот вопрос уже закрыт. Продолжайте с последнего сообщения или отправьте /resume.',
  toastNothingSelected: 'Сначала выберите хотя бы один ответ.',
  toastQuizFirst: 'Сначала пройдите тест: тогда откроется путь дальше.',
  toastBookmarked: '🔖 Закладка добавлена. Все закладки: /bookmarks.',
  toastUnbookmarked: 'Закладка убрана.',
  toastBookmarksFull: 'Для новой закладки нет места: уберите одну из прежних. /bookmarks',
  buttonBegin: 'Начать обучение',
  buttonResume: 'Продолжить',
  buttonReview: 'Открыть снова',
  buttonBack: 'Назад',
  buttonNext: 'Далее',
  buttonFinish: 'Завершить',
  buttonContents: 'Содержание',
  buttonBookmark: '🔖 В закладки',
  buttonUnbookmark: '🔖 Убрать',
  buttonRestart: 'Начать заново',
  buttonQuizBegin: 'Начать тест',
  buttonQuizContinue: 'Продолжить тест',
  buttonQuizAgain: 'Попробовать ещё раз',
  buttonQuizSubmit: 'Ответить',
  commandStart: 'Начало курса',
  commandContents: 'Содержание курса',
  commandBookmarks: 'Ваши закладки',
  commandProgress: 'Ваш прогресс',
  commandResume: 'Продолжить обучение',
  commandRestart: 'Начать курс заново',
  commandHelp: 'Справка',
}
