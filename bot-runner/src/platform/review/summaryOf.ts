import type { ReviewSettingsResponse } from '../../../../src/contracts/platformReview.ts'
import type { Keyboard } from '../../../../src/lesson/render/outgoingMessage.ts'
import type { ReviewTexts } from '../../locales/review/en.ts'
import { reviewData } from './reviewData.ts'

const maxTitle = 40
const maxLine = 100
/** What fits into one message. */
const mostCourses = 20
const mostLeave = 10

const shorten = (title: string, max: number): string => [...title].slice(0, max).join('')

/** `/reviews`: where somebody reviews, how much waits, and the switches. */
export const summaryOf = (
  { isReviewer, hasCards, waiting, courses, adminUrl }: ReviewSettingsResponse,
  { summary: texts, digest }: ReviewTexts,
): { text: string; keyboard: { inline_keyboard: Keyboard } | undefined } => {
  if (!isReviewer) return { text: texts.nobody, keyboard: undefined }
  const lines = courses
    .slice(0, mostCourses)
    .map(({ title, waiting: count }) => `• ${digest.course({ course: shorten(title, maxLine), count })}`)
  const text = [texts.head, ...lines, '', hasCards ? texts.on : texts.off, digest.admin({ url: adminUrl })]
  const left = courses.filter(({ role }) => role !== 'creator').slice(0, mostLeave)
  const keyboard: Keyboard = [
    ...(waiting === 0 ? [] : [[{ text: digest.next, callback_data: reviewData.encode({ kind: 'next' }) }]]),
    [
      {
        text: hasCards ? texts.turnOff : texts.turnOn,
        callback_data: reviewData.encode({ kind: 'cards', isOn: !hasCards }),
      },
    ],
    ...left.map(({ id, title }) => [
      {
        text: texts.leave({ course: shorten(title, maxTitle) }),
        callback_data: reviewData.encode({ kind: 'leave', courseId: id }),
      },
    ]),
  ]
  return { text: text.join('\n'), keyboard: { inline_keyboard: keyboard } }
}
