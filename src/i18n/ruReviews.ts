import type { enReviews } from './enReviews.ts'

/** Russian: reviewing what learners submit. */
export const ruReviews: Record<keyof typeof enReviews, string> = {
  'reviews.title': 'Проверка работ',
}
