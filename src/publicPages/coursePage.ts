import { createElement as h } from 'react'

import type { ApiCourse } from '../contracts/api/courses.ts'
import type { ApiSteps } from '../contracts/api/steps.ts'
import { courseLanguages } from '../contracts/courseOptions.ts'
import { botLink } from '../operations/platform/telegramLinks.ts'
import { countsOf, priceOf } from './courseFacts.ts'
import { ignoredNote } from './ignoredNote.ts'
import type { Ignored } from './readCatalogueForm.ts'
import type { Page, Reader } from './renderPage.ts'

type OutlineStep = Extract<ApiSteps, { view: 'outline' }>['steps'][number]

const maxSummary = 200

/** Steps in a row that have the same section. */
const sectionsOf = (steps: OutlineStep[]) => {
  const sections: { name: string | null; steps: OutlineStep[] }[] = []
  for (const step of steps) {
    const last = sections.at(-1)
    if (last === undefined || last.name !== step.section) sections.push({ name: step.section, steps: [step] })
    else last.steps.push(step)
  }
  return sections
}

const offerOf = (course: ApiCourse) =>
  course.pricingModel === 'free'
    ? { '@type': 'Offer', price: 0, priceCurrency: course.currency ?? 'USD', category: 'Free' }
    : course.price !== null && course.currency !== null
      ? { '@type': 'Offer', price: course.price, priceCurrency: course.currency, category: 'Paid' }
      : null

/** The course as search engines understand it (schema.org/Course). */
const dataOf = (course: ApiCourse, url: string): Record<string, unknown> => {
  const offer = offerOf(course)
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: course.title,
    description: course.description,
    url,
    inLanguage: course.language,
    ...(course.author !== null && { author: { '@type': 'Person', name: course.author } }),
    provider: { '@type': 'Organization', name: 'Gongbu', url: new URL('/', url).href },
    ...(course.thumbnail && { image: course.thumbnail.url }),
    ...(course.rating !== null &&
      course.ratingsCount > 0 && {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: course.rating,
          ratingCount: course.ratingsCount,
          bestRating: 5,
        },
      }),
    ...(offer && { offers: [offer] }),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      ...(course.estimatedDuration !== null && { courseWorkload: `PT${course.estimatedDuration}M` }),
    },
  }
}

/** A published course: what it is about, its contents by title, and the way to its bot. */
export const coursePage = (
  course: ApiCourse,
  steps: OutlineStep[],
  /** What of the address does not count. */
  ignored: Ignored[],
  reader: Reader,
): Page => {
  const { t, link, origin } = reader
  const path = `/courses/${course.id}`
  const language = courseLanguages.find(([code]) => code === course.language)?.[1] ?? course.language
  const facts = [
    course.category && t(`label.category.${course.category}`),
    language,
    course.difficultyLevel !== null && t('page.level', { level: course.difficultyLevel }),
  ].filter((fact): fact is string => typeof fact === 'string')
  const stepRow = (step: OutlineStep) =>
    h('li', { key: step.id }, h('span', { className: 'place' }, step.orderIndex), h('span', { lang: course.language }, step.title),
      h('span', { className: 'kind' }, [t(`label.stepType.${step.stepType}`), step.estimatedDuration === null ? null : t('page.minutes', { count: step.estimatedDuration })].filter(Boolean).join(' · '))) // prettier-ignore
  const body = h('main', null,
    h('p', { className: 'soft' }, h('a', { href: link('/courses') }, t('page.catalogue'))),
    ignoredNote(ignored, reader),
    h('div', { className: 'hero' },
      h('div', null,
        h('h1', { lang: course.language }, course.title),
        course.author !== null && h('p', { className: 'soft' }, t('page.by', { author: course.author })),
        h('p', { className: 'facts' }, countsOf(course, reader)),
        h('p', { className: 'soft' }, facts.join(' · ')),
        h('p', { className: 'price' }, priceOf(course, reader)),
        course.botUsername === null
          ? h('p', { className: 'soft' }, t('page.botSoon'))
          : h('p', null, h('a', { className: 'button', href: botLink(course.botUsername) }, t('page.start')), ' ', h('span', { className: 'soft' }, `@${course.botUsername}`))),
      course.thumbnail === null
        ? h('span', { className: 'blank', 'aria-hidden': true }, [...course.title][0])
        : h('img', { src: course.thumbnail.url, alt: '' })),
    h('h2', null, t('page.about')),
    h('p', { className: 'about', lang: course.language }, course.description),
    course.tags.length > 0 && h('ul', { className: 'tags' }, course.tags.map((tag) => h('li', { key: tag }, tag))),
    h('h2', null, t('page.outline')),
    sectionsOf(steps).map(({ name, steps: rows }, index) => h('section', { key: index, className: name === null ? 'plain' : undefined },
      name !== null && h('h3', { lang: course.language }, name),
      h('ol', { className: 'outline' }, rows.map(stepRow))))) // prettier-ignore
  const summary = course.description.replace(/\s+/g, ' ').trim()
  return {
    title: course.title,
    description: summary.length > maxSummary ? `${summary.slice(0, maxSummary - 1)}…` : summary,
    path,
    image: course.thumbnail?.url ?? null,
    data: dataOf(course, `${origin}${path}`),
    body,
  }
}
