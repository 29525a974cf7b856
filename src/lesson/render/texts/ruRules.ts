import type { ruleArguments } from './ruleArguments.ts'

export const ruRules = {
  ruleStep: 'этап {index} «{title}»',
  ruleStepPrevious: 'предыдущий этап',
  ruleStepRemoved: 'удалённый этап «{title}»',
  ruleStepUnknown: 'удалённый этап',
  ruleDone: '{step} пройден',
  rulePassed: '{step} сдан',
  ruleFailed: '{step} не удалось сдать',
  ruleFrom: 'наступило {date}',
  ruleUntil: 'ещё не наступило {date}',
  ruleMinutes:
    '{count, plural, one {прошла # минута} few {прошли # минуты} many {прошло # минут} other {прошло # минуты}}',
  ruleHours:
    '{count, plural, one {прошёл # час} few {прошли # часа} many {прошло # часов} other {прошло # часа}}',
  ruleDays:
    '{count, plural, one {прошёл # день} few {прошли # дня} many {прошло # дней} other {прошло # дня}}',
  ruleSinceEnrolment: '{time} с начала курса',
  ruleSinceStep: '{time} с тех пор, как {step} пройден',
  ruleGradeMin: 'результат за {step} не ниже {min}%',
  ruleGradeMax: 'результат за {step} не выше {max}%',
  ruleGradeBetween: 'результат за {step} от {min}% до {max}%',
  ruleTag: 'есть метка «{name}»',
  rulePurchaseStep: 'этап куплен',
  rulePurchaseCourse: 'курс куплен',
  rulePurchaseSubscription: 'есть подписка',
  ruleNot: 'неверно, что {condition}',
  ruleNone: 'не выполнено ничего из этого: {conditions}',
  ruleNotAll: 'выполнено не всё из этого: {conditions}',
  lockOpensAt: '⏳ Откроется {date}.',
  lockOpensWhen: '🔑 Откроется, когда {rule}.',
  listedOpensAt: '⏳ с {date}',
  listedOpensWhen: '🔑 когда {rule}',
  waitingTitle: '<b>🚦 Следующий этап ещё не открыт</b>',
  waitingStep: '🔒 {index}. {title}',
  waitingHint: 'Всё, что вы прошли, сохранено. Нажмите «{button}», когда придёт время.',
} satisfies Record<keyof typeof ruleArguments, string>
