import type { Course } from '../payload-types.ts'
import { hashContent } from './hashContent.ts'

/** Under what a course is offered: what the catalogue and its page show of it that its lessons need not know. */
export type Offer = {
  category: NonNullable<Course['category']> | null
  tags: string[]
  difficultyLevel: number | null
  pricingModel: Course['pricingModel']
  /** What a free course would cost is nobody’s business: null, as are the two below. */
  price: number | null
  currency: string | null
  priceStars: number | null
}

const offerFields = [
  'category',
  'tags',
  'difficultyLevel',
  'pricingModel',
  'price',
  'currency',
  'priceStars',
] as const satisfies (keyof Offer)[]

/** The working copy’s. */
export const offerOf = (course: Course): Offer => {
  const { pricingModel } = course
  const isFree = pricingModel === 'free'
  return {
    category: course.category ?? null,
    tags: course.tags ?? [],
    difficultyLevel: course.difficultyLevel ?? null,
    pricingModel,
    price: isFree ? null : (course.price ?? null),
    currency: isFree ? null : (course.currency ?? null),
    priceStars: isFree ? null : (course.priceStars ?? null),
  }
}

/** What is published of a course; null: nothing ever was. */
export const publishedOffer = (course: Course): Offer | null => (course.offer ?? null) as Offer | null

/** Fields of the working copy’s offer that differ from what is published. */
export const changedOffer = (course: Course): (keyof Offer)[] => {
  const published = publishedOffer(course)
  const working = offerOf(course)
  return published === null
    ? []
    : offerFields.filter((field) => hashContent(published[field]) !== hashContent(working[field]))
}
