import type { enPublishing } from './enPublishing.ts'

/** Russian: the publish gate, releases and their differences. */
export const ruPublishing: Record<keyof typeof enPublishing, string> = {
  'error.priceInvalid': 'Цена — 0 или больше, не больше двух знаков после запятой.',
  'error.currencyUnknown': 'Такой валюты нет: её код — как EUR.',
  'gate.titleTooShort': 'В названии должно быть не меньше {min} символов.',
  'gate.descriptionTooShort': 'В описании должно быть не меньше {min} символов.',
  'gate.categoryMissing': 'Выберите категорию.',
  'gate.priceMissing': 'Укажите цену курса: в деньгах или в звёздах.',
  'gate.noSteps': 'Добавьте хотя бы один этап.',
  'gate.stepEmpty': 'Этап {position} «{title}» пуст.',
  'gate.stepTooLong':
    'Этап {position} «{title}» займёт {count} сообщений; больше {max} читать тяжело. Разделите его.',
  'gate.stepNotShowable': 'В этапе {position} «{title}» есть то, чего нельзя показать в чате: {kinds}.',
  'gate.fileMissing':
    'Этап {position} «{title}»: {place, select, video {нет файла видео} question {нет картинки к вопросу {number}} other {нет файла блока {number}}}. Выберите его заново.',
  'gate.fileTooLarge':
    'Этап {position} «{title}»: {place, select, video {видео} question {картинка к вопросу {number}} other {файл блока {number}}} ({filename}) — больше, чем принимает Telegram.',

  'gate.videoMissing': 'На этапе {position} «{title}» нет видео: выберите файл или укажите адрес.',
  'gate.quizEmpty': 'В тесте {position} «{title}» нет вопросов.',
  'gate.questionEmpty': 'Тест {position} «{title}»: у вопроса {question} нет текста.',
  'gate.tooFewOptions': 'Тест {position} «{title}»: вопросу {question} нужно хотя бы два ответа.',
  'gate.tooManyOptions': 'Тест {position} «{title}»: у вопроса {question} больше {max} ответов.',
  'gate.optionEmpty': 'Тест {position} «{title}»: у вопроса {question} есть ответ без текста.',
  'gate.optionsAlike': 'Тест {position} «{title}»: у вопроса {question} два одинаковых ответа.',
  'gate.nothingCorrect': 'Тест {position} «{title}»: у вопроса {question} не отмечен верный ответ.',
  'gate.severalCorrect':
    'Тест {position} «{title}»: у вопроса {question} один верный ответ, а отмечено несколько.',
  'gate.questionTooLong':
    'Тест {position} «{title}»: вопрос {question} с ответами не помещается в одно сообщение.',

  'publish.badge.draft': 'Черновик',
  'publish.badge.published': 'Опубликован',
  'publish.badge.changed': 'Есть изменения',
  'publish.badge.archived': 'В архиве',
  'publish.change.quoted': '«{title}»',
  'publish.title': 'Публикация',
  'publish.saveFirst': 'Сначала сохраните курс, потом добавьте этапы и опубликуйте его.',
  'publish.never': 'Ещё не опубликован.',
  'publish.archived': 'В архиве: учиться нельзя.',
  'publish.unpublished': 'Снят с публикации. Ученикам он недоступен.',
  'publish.current': 'Ученики видят выпуск {number} от {date}.',
  'publish.noChanges': 'Неопубликованных изменений нет.',
  'publish.changes': 'Ещё не опубликовано:',
  'publish.change.fields': 'Изменено: {fields}',
  'publish.change.added': 'Добавлено: {steps}',
  'publish.change.removed': 'Убрано: {steps}',
  'publish.change.changed': 'Исправлено: {steps}',
  'publish.change.reordered': 'Изменён порядок этапов',
  'publish.problems': 'Чтобы опубликовать:',
  'publish.unsaved': 'Сначала сохраните изменения: публикуется только сохранённое.',
  'publish.button': 'Опубликовать',
  'publish.buttonAgain': 'Опубликовать изменения',
  'publish.unpublish': 'Снять с публикации',
  'publish.archive': 'В архив',
  'publish.restore': 'Вернуть из архива',
  'publish.done': 'Выпуск {number} опубликован.',
  'publish.confirmUnpublish':
    'Снять курс с публикации? Прогресс учеников сохранится, но бот перестанет учить.',
  'publish.confirmArchive': 'Отправить курс в архив? Бот перестанет учить; прогресс учеников сохранится.',
}
