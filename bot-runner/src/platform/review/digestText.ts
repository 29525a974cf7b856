import type { ReviewerChatResponse } from '../../../../src/contracts/platformReview.ts'
import type { Keyboard } from '../../../../src/lesson/render/outgoingMessage.ts'
import type { ReviewTexts } from '../../locales/review/en.ts'
import { reviewData } from './reviewData.ts'

type Digest = NonNullable<NonNullable<ReviewerChatResponse['chat']>['digest']>

/** How much waits, course by course; one work comes at a time when it is asked for. */
export const digestText = (
  { waiting, courses, adminUrl }: Pick<Digest, 'waiting' | 'courses' | 'adminUrl'>,
  { digest: texts }: ReviewTexts,
): { text: string; keyboard: Keyboard } => {
  if (waiting === 0) return { text: texts.none, keyboard: [] }
  const lines = courses.map((course) => `• ${texts.course({ course: course.title, count: course.waiting })}`)
  return {
    text: [texts.head({ count: waiting }), ...lines, texts.admin({ url: adminUrl })].join('\n'),
    keyboard: [[{ text: texts.next, callback_data: reviewData.encode({ kind: 'next' }) }]],
  }
}
