import type { MessageKey } from './en.ts'
import { ruAssignments } from './ruAssignments.ts'
import { ruAudit } from './ruAudit.ts'
import { ruAccounts } from './ruAccounts.ts'
import { ruProblems } from './ruProblems.ts'
import { ruBots } from './ruBots.ts'
import { ruDrip } from './ruDrip.ts'
import { ruFleet } from './ruFleet.ts'
import { ruLearning } from './ruLearning.ts'
import { ruLessons } from './ruLessons.ts'
import { ruReminders } from './ruReminders.ts'
import { ruReviews } from './ruReviews.ts'
import { ruTeam } from './ruTeam.ts'
import { ruNotices } from './ruNotices.ts'
import { ruImport } from './ruImport.ts'
import { ruPages } from './ruPages.ts'
import { ruPublishing } from './ruPublishing.ts'
import { ruLabels } from './ruLabels.ts'
import { ruQuizzes } from './ruQuizzes.ts'
import { ruTesting } from './ruTesting.ts'
import { ruUnlocking } from './ruUnlocking.ts'

/** Russian catalogue of the CMS. */
export const ru: Record<MessageKey, string> = {
  ...ruAccounts,
  ...ruProblems,
  ...ruAudit,
  ...ruAssignments,
  ...ruBots,
  ...ruDrip,
  ...ruFleet,
  ...ruLearning,
  ...ruReminders,
  ...ruLessons,
  ...ruReviews,
  ...ruTeam,
  ...ruQuizzes,
  ...ruTesting,
  ...ruUnlocking,
  ...ruNotices,
  ...ruImport,
  ...ruPages,
  ...ruPublishing,
  ...ruLabels,
  'error.webAddress': 'Укажите адрес веб-страницы: он начинается с https:// или http://.',
  'error.twoVideos': 'Выберите файл или укажите адрес: что-то одно.',
  'error.severalCorrect':
    'У вопроса с одним верным ответом верен только один. Сделайте его вопросом с несколькими верными ответами.',
  'error.internal': 'У нас что-то пошло не так. Попробуйте ещё раз.',
  'error.unauthenticated': 'Войдите, пожалуйста.',
  'error.initDataInvalid': 'Telegram этого не подтверждает: откройте приложение ещё раз.',
  'error.initDataExpired': 'Приложение открыто слишком давно: откройте его ещё раз.',
  'error.releaseNotFound': 'У этого курса нет выпуска {number}.',
  'error.stepNotFound': 'В этом курсе нет такого этапа.',
  'error.stepOrderPartial': 'Назовите каждый этап курса один раз.',
  'step.line': 'Строка {line}: {what}',
  'course.copy': '(копия)',
  'docs.contents': 'Содержание',
  'docs.parameters': 'Параметры',
  'docs.body': 'Тело',
  'docs.answers': 'Ответы',
  'docs.schemas': 'Схемы',
  'docs.fields': 'Поля',
  'docs.required': 'Обязательно',
  'docs.open': 'без входа',
  'docs.title': 'Gongbu: API платформы',
  'error.idempotencyKeyReused': 'С этим ключом уже приходил другой запрос.',
  'error.idempotencyKeyInvalid': 'От 1 до 200 знаков ASCII без пробелов',
  'error.versionChanged': 'С тех пор это изменили. Загрузите заново.',
  'error.accountNeeded': 'Вы вошли через бота курса: для этого откройте приложение платформы.',
  'error.accountInactive': 'Эта учётная запись отключена.',
  'error.notFound': 'По этому адресу ничего нет.',
  'error.bodyTooDeep': 'Вложенность больше {deepest} уровней.',
  'error.methodNotAllowed': 'Этот адрес не принимает такой метод. Он принимает: {allowed}.',
  'error.bodyNotJson': 'Отправьте JSON и укажите это: Content-Type: application/json.',
  'error.inputInvalid': 'Запрос составлен неправильно.',
  'error.bodyTooLarge': 'Запрос слишком большой: принимается не больше {megabytes} МБ.',
  'error.tooManyRequests':
    'Слишком много запросов. Попробуйте через {seconds, plural, one {# секунду} few {# секунды} other {# секунд}}.',
  'error.courseNotFound': 'Среди ваших курсов такого нет.',
  'error.courseIsArchived': 'Курс в архиве. Верните его, чтобы опубликовать.',
  'error.courseHasLearners':
    'На курсе {learners, plural, one {# ученик} few {# ученика} other {# учеников}}. Отправьте его в архив, а не удаляйте.',
  'error.userIsNeeded':
    'С этой учётной записью связаны курсы (созданные: {made}, изучаемые: {taken}). Отключите её, а не удаляйте.',
  'error.courseNotPublishable':
    'Курс ещё не готов: нужно исправить {count, plural, one {# пункт} few {# пункта} other {# пунктов}}.',
  'error.courseHasNoBot': 'У курса ещё нет бота.',
  'error.stepMoved': 'Этап остаётся в своём курсе.',
  'error.tokenMalformed':
    'Это не токен бота. BotFather выдаёт его в виде 123456789:AA…, после двоеточия 35 символов.',
  'error.botServesAnotherCourse': 'Этот бот уже ведёт другой курс. Каждому курсу нужен свой бот.',
  'error.pictureUnknown': 'Такой картинки среди ваших файлов нет.',
  'error.mediaMissing': 'В форме нет файла: он должен быть в поле file.',
  'error.mediaEmpty': 'Файл пуст.',
  'error.mediaTooLarge': 'Файл слишком большой: не больше {max} МБ.',
  'error.mediaTooManyPixels': 'В картинке слишком много точек: не больше {max} миллионов.',
  'error.mediaUnreadable': 'Файл не читается: он повреждён или это не то, чем кажется.',
  'error.mediaMismatch': 'Имя кончается на .{extension}, но внутри другое ({found}).',
  'error.mediaProgram': 'Программы загружать нельзя.',
  'error.mediaImageForm':
    'Такую картинку ({found}) в чате не показать. Сохраните её как JPEG, PNG, WebP, GIF или SVG.',
  'error.mediaArchiveBomb':
    'Этот архив распаковывается во столько, сколько не поместится ни на одном компьютере.',
  'error.mediaQuotaReached':
    'Ваши файлы занимают {used} из {max} МБ: для этого места нет. Удалите те, что не нужны.',
  'error.importRefused':
    'Ничего не импортировано: {count, plural, one {в исходнике # ошибка} few {в исходнике # ошибки} other {в исходнике # ошибок}}.',
  'error.importNoAccount': 'Действующей учётной записи {email} нет.',
  'error.importRunning': 'Ваш прошлый импорт ещё идёт. Дождитесь его конца.',
  'error.importNoFile': 'Выберите архив ZIP с уроками или одну страницу в Markdown.',
  'error.fileIsUsed':
    'Файл входит в то, что видят ученики: {courses}. Загрузите другой и вставьте его в урок.',
  'error.linkExpired': 'Ссылка больше не действует. Откройте урок ещё раз, чтобы получить новую.',

  'question.numbered': '{number}. {text}',
  'question.poll': 'Отправится викториной Telegram.',
  'question.buttons': 'Отправится сообщением с кнопками: {why}.',
  'question.reason.questionTooLong': 'вопрос длиннее {question} символов',
  'question.reason.tooManyOptions': 'ответов больше {options}',
  'question.reason.optionTooLong': 'есть ответ длиннее {option} символов',
  'question.reason.optionHasLines': 'есть ответ в несколько строк',
  'question.reason.explanationTooLong':
    'пояснение длиннее {explanation} символов или {explanationLines} строк',
  'question.problem.questionEmpty': 'У вопроса пока нет текста.',
  'question.problem.tooFewOptions': 'Нужно хотя бы два ответа.',
  'question.problem.tooManyOptions': 'Слишком много ответов.',
  'question.problem.optionEmpty': 'Есть ответ без текста.',
  'question.problem.optionsAlike': 'Два ответа одинаковы.',
  'question.problem.nothingCorrect': 'Отметьте верный ответ.',
  'question.problem.severalCorrect': 'Верным может быть только один ответ.',
  'question.problem.questionTooLong': 'Вопрос с ответами не помещается в одно сообщение.',

  'botError.tokenRefused':
    'Telegram не принимает этот токен. Возьмите действующий у BotFather и вставьте сюда.',
  'botError.tokenUnreadable': 'Сохранённый токен больше не читается. Вставьте его ещё раз.',
  'botError.tooManyRequests': 'Telegram просит подождать, прежде чем продолжить настройку.',
  'botError.webhookLost': 'Telegram потерял связь с этим ботом; она восстанавливается.',
  'botError.unreachable': 'Telegram сейчас не отвечает.',
  'botError.other': 'Telegram не принял часть настроек: {description}',

  'course.learners':
    '{count, plural, =0 {Учеников пока нет} one {# ученик} few {# ученика} other {# учеников}}',

  'admin.true': 'Да',
  'admin.false': 'Нет',
  'admin.creating': 'Создание: {label}',
  'admin.createNew': 'Создать: {label}',
  'admin.trash': 'Корзина',
  'admin.settings': 'Настройки',
  'admin.noResults': 'Здесь пока ничего нет, или ничто не подходит под фильтры.',

  'botPanel.badge.none': 'Нет бота',
  'botPanel.title': 'Бот',
  'botPanel.none': 'Каждый курс учит в своём боте. У этого курса бота ещё нет.',
  'botPanel.waitingForToken': 'У курса ещё нет бота.',
  'botPanel.settingUp': 'Настраивается…',
  'botPanel.ready': 'Бот готов и начнёт учить, когда курс будет опубликован.',
  'botPanel.live': 'Бот работает.',
  'botPanel.paused': 'Бот на паузе.',
  'botPanel.needsRelink': 'Боту нужен новый токен.',
  'botPanel.tokenLabel': 'Токен от BotFather',
  'botPanel.tokenHint':
    'Откройте в Telegram @BotFather, отправьте /newbot и скопируйте токен. Он хранится зашифрованным и больше не показывается.',
  'botPanel.attach': 'Подключить',
  'botPanel.replace': 'Заменить токен',
  'botPanel.cancel': 'Отмена',
  'botPanel.open': 'Открыть {username}',
  'botPanel.pause': 'Пауза',
  'botPanel.resume': 'Продолжить',
  'botPanel.nextTry': 'Следующая попытка в {time}.',
  'botPanel.unreachable': 'Состояние бота сейчас не прочитать.',
}
