import { Router, type Request, type RequestHandler, type Response } from 'express'
import { createElement as h } from 'react'
import type { Pool } from 'pg'

import type { CataloguePage } from '../contracts/api/catalogue.ts'
import { AppError } from '../errors/AppError.ts'
import { localeFrom } from '../i18n/translate.ts'
import { searchCatalogue } from '../operations/catalogue/searchCatalogue.ts'
import { isUuid } from '../operations/isUuid.ts'
import { createMediaLink } from '../operations/media/mediaLink.ts'
import { createPublishedCache } from '../operations/published/createPublishedCache.ts'
import { readOutline, readPublishedCourse } from '../operations/published/readPublished.system.ts'
import { cataloguePage } from './cataloguePage.ts'
import { coursePage } from './coursePage.ts'
import { ignoredLanguages, readCatalogueForm, type Ignored } from './readCatalogueForm.ts'
import { readerOf, renderPage, type Reader } from './renderPage.ts'
import { sitemapFile, sitemapIndex } from './sitemap.ts'

/** Pages of courses that each process remembers, each language one. */
const mostPages = 1000

const findPictures = async (pool: Pool, { courses }: CataloguePage): Promise<Map<string, string>> => {
  const ids = courses.flatMap(({ thumbnail }) => thumbnail ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ id: string; hash: string | null }>(
    'SELECT id, hash FROM media WHERE id = ANY($1::uuid[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, createMediaLink(row)]))
}

/** Who reads, and in which language: the one of the address, or the browser's. */
const readerFor = ({ request, origin }: { request: Request; origin: string }): Reader => {
  const { lang } = request.query
  const chosen = lang === 'ru' || lang === 'en' ? lang : null
  const locale = chosen ?? localeFrom(request.acceptsLanguages('ru', 'en') || 'en')
  return readerOf({ locale, origin, isChosen: chosen !== null })
}

const send = (response: Response, html: string, reader: Reader) => {
  response.set('Cache-Control', 'no-cache').vary('Accept-Language')
  response.set('Content-Language', reader.locale).type('html').send(html)
}

const sendMissing = (response: Response, reader: Reader) => {
  const { t, link } = reader
  const body = h('main', null, h('h1', null, t('page.missing')), h('p', null, t('page.missingWhy')), h('a', { href: link('/courses') }, t('page.all'))) // prettier-ignore
  const page = { title: t('page.missing'), description: t('page.missingWhy'), path: '/courses' }
  send(response.status(404), renderPage({ ...page, isHidden: true, body }, reader), reader)
}

/**
 * The catalogue and the courses as pages for everybody, and what search engines ask for.
 * @param limit how often an address may ask
 */
export const publicPages = (options: { pool: Pool; origin: string; limit: RequestHandler }): Router => {
  const { pool, origin, limit } = options
  const router = Router()
  const queryOf = ({ originalUrl }: Request) => new URL(originalUrl, origin).searchParams
  const pages = createPublishedCache<string>(pool, mostPages)

  const pageOf = async (courseId: string, ignored: Ignored[], reader: Reader): Promise<string | null> => {
    const make = async () => {
      const [course, outline] = await Promise.all([
        readPublishedCourse(pool, courseId),
        readOutline(pool, courseId),
      ])
      if (course === null || outline === null) return null
      const page = coursePage(course.answer, outline.answer.steps, ignored, reader)
      return { answer: renderPage(page, reader), updatedMs: course.updatedMs }
    }
    try {
      // Of what strangers write into addresses nothing is remembered.
      if (ignored.length > 0) return (await make())?.answer ?? null
      return await pages.get(`${reader.locale} ${reader.isChosen}`, courseId, make)
    } catch (error) {
      if (error instanceof AppError && error.status === 404) return null
      throw error
    }
  }

  router.get('/courses', limit, async (request, response) => {
    const reader = readerFor({ request, origin })
    const form = readCatalogueForm(queryOf(request))
    const found = await searchCatalogue(pool, form.query)
    const pictures = await findPictures(pool, found)
    const page = cataloguePage({ ...form, found, pictures }, reader)
    send(response.status(page.isMissing ? 404 : 200), renderPage(page, reader), reader)
  })
  router.get('/courses/:id', limit, async (request, response) => {
    const reader = readerFor({ request, origin })
    const { id } = request.params as { id: string }
    const ignored = ignoredLanguages(queryOf(request))
    const html = isUuid(id) ? await pageOf(id.toLowerCase(), ignored, reader) : null
    if (html === null) return sendMissing(response, reader)
    send(response, html, reader)
  })
  router.get('/robots.txt', (_request, response) => {
    response
      .type('text')
      .send(`User-agent: *\nDisallow: /admin\nDisallow: /api\nSitemap: ${origin}/sitemap.xml\n`)
  })
  router.get('/sitemap.xml', limit, async (_request, response) => {
    response.type('xml').send(await sitemapIndex(pool, origin))
  })
  router.get(/^\/sitemap-(\d{1,4})\.xml$/, limit, async (request, response) => {
    const { 0: number } = request.params as unknown as { 0: string }
    const xml = await sitemapFile(pool, origin, Math.max(1, Number(number)))
    if (xml === null) return sendMissing(response, readerFor({ request, origin }))
    response.type('xml').send(xml)
  })
  return router
}
