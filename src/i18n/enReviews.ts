/** English: reviewing what learners submit. */
export const enReviews = {
  'reviews.title': 'Reviews',
} as const
