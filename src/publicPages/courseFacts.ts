import { createElement as h, Fragment, type ReactNode } from 'react'

import type { CatalogueCourse } from '../contracts/api/catalogue.ts'
import type { Reader } from './renderPage.ts'

type Priced = Pick<CatalogueCourse, 'pricingModel' | 'price' | 'currency' | 'priceStars'>
type Counted = Pick<
  CatalogueCourse,
  'rating' | 'ratingsCount' | 'studentsCount' | 'stepsCount' | 'estimatedDuration'
>

/** What a course costs, in words. */
export const priceOf = (course: Priced, { locale, t }: Reader): string => {
  const { pricingModel, price, currency, priceStars } = course
  if (pricingModel === 'free') return t('label.pricing.free')
  const money =
    price !== null && currency !== null
      ? new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 }).format(price)
      : null
  const amounts = [money, priceStars === null ? null : `${priceStars} ⭐`].filter((amount) => amount !== null)
  const what = t(`label.pricing.${pricingModel}`)
  if (amounts.length === 0) return what
  return pricingModel === 'paid' ? amounts.join(' · ') : `${what}: ${amounts.join(' · ')}`
}

/** The sum of what is known of a course, each a span. */
export const countsOf = (course: Counted, { locale, t }: Reader): ReactNode => {
  const { rating, ratingsCount, studentsCount, stepsCount, estimatedDuration } = course
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return h(Fragment, null,
    rating !== null && h('span', null, h('span', { className: 'star', 'aria-hidden': true }, '★ '),
      t('page.rating', { rating: number.format(rating), count: ratingsCount })),
    h('span', null, t('page.steps', { count: stepsCount })),
    estimatedDuration !== null && h('span', null, t('page.minutes', { count: estimatedDuration })),
    studentsCount > 0 && h('span', null, t('page.learners', { count: studentsCount }))) // prettier-ignore
}
