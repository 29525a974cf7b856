import type { Catalogue } from './textArguments.ts'

export const ru: Catalogue = {
  welcomeTitle: '<b>🎓 Добро пожаловать на курс "{title}"</b>',
  welcomeSteps: '📚 Всего этапов: {count}',
  welcomeDuration: '⏱ Примерное время: {minutes} мин',
  welcomeRating: '⭐ Рейтинг: {rating, number, ::.#}/5',
  welcomeBegin: 'Нажмите "Начать обучение" чтобы приступить к первому этапу.',
  welcomeResume: 'Нажмите "Продолжить", чтобы вернуться к этапу, на котором вы остановились.',
  welcomeReview: 'Вы уже прошли этот курс. Нажмите "Открыть снова", чтобы просмотреть его ещё раз.',
  stepTitle: '<b>📖 Этап {index}: {title}</b>',
  progressLine: '📊 Прогресс: {done}/{total} ({percent}%)',
  completionTitle: '<b>🎉 Поздравляем! Вы прошли курс "{title}"</b>',
  completionText: 'Все этапы остаются открытыми: к любому можно вернуться через содержание.',
  contentsTitle: '<b>📚 Содержание курса "{title}"</b>',
  contentsSection: '<b>{section}</b>',
  contentsLegend: '✅ пройден · ▶️ вы здесь · 🔓 открыт · 🔒 пока закрыт',
  progressTitle: '<b>🎓 {title}</b>',
  progressCurrent: '▶️ Вы на этапе {index}: {title}',
  progressLeft:
    '{left, plural, one {Остался # этап} few {Осталось # этапа} many {Осталось # этапов} other {Осталось # этапа}}.',
  progressCompleted: '🎉 Курс пройден.',
  help: `<b>Как проходить курс</b>

«Далее» отмечает этап пройденным и открывает следующий, «Назад» возвращает к предыдущему, «Содержание» показывает все этапы курса и те, что уже открыты.

/start — начало курса
/contents — содержание
/progress — ваш прогресс
/resume — продолжить с того же места
/help — эта справка`,
  noticeNotAvailable: 'Этот курс сейчас недоступен. Загляните, пожалуйста, позже.',
  noticeAccountInactive: 'Ваш доступ приостановлен. Обратитесь, пожалуйста, к автору курса.',
  noticeNotStarted: 'Чтобы открыть курс, отправьте команду /start.',
  noticeTextNotExpected:
    'На этом этапе отвечать сообщением не нужно: пользуйтесь кнопками. Если кнопок не видно, отправьте /resume.',
  noticeUnknownCommand: 'Такой команды нет. Что умеет этот бот, расскажет /help.',
  toastButtonOutdated:
    'Эта кнопка устарела. Пользуйтесь кнопками последнего сообщения или отправьте /resume.',
  toastStepLocked: 'Этот этап пока закрыт: сначала пройдите предыдущие.',
  toastStepGone: 'Этого этапа в курсе больше нет.',
  toastNotAvailable: 'Сейчас это недоступно. Попробуйте, пожалуйста, позже.',
  buttonBegin: 'Начать обучение',
  buttonResume: 'Продолжить',
  buttonReview: 'Открыть снова',
  buttonBack: 'Назад',
  buttonNext: 'Далее',
  buttonFinish: 'Завершить',
  buttonContents: 'Содержание',
  commandStart: 'Начало курса',
  commandContents: 'Содержание курса',
  commandProgress: 'Ваш прогресс',
  commandResume: 'Продолжить обучение',
  commandHelp: 'Справка',
}
