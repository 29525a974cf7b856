import { Router, type Request, type Response } from 'express'
import { createElement as h } from 'react'
import type { Pool } from 'pg'

import { catalogueQuerySchema, type CataloguePage, type CatalogueQuery } from '../contracts/api/catalogue.ts'
import { localeFrom } from '../i18n/translate.ts'
import { searchCatalogue } from '../operations/catalogue/searchCatalogue.ts'
import { isUuid } from '../operations/isUuid.ts'
import { createMediaLink } from '../operations/media/mediaLink.ts'
import { readOutline, readPublishedCourse } from '../operations/published/readPublished.system.ts'
import { cataloguePage } from './cataloguePage.ts'
import { coursePage } from './coursePage.ts'
import { readerOf, renderPage, type Page, type Reader } from './renderPage.ts'
import { sitemapFile, sitemapIndex } from './sitemap.ts'

const perPage = 24

const findPictures = async (pool: Pool, { courses }: CataloguePage): Promise<Map<string, string>> => {
  const ids = courses.flatMap(({ thumbnail }) => thumbnail ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ id: string; hash: string | null }>(
    'SELECT id, hash FROM media WHERE id = ANY($1::uuid[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, createMediaLink(row)]))
}

/** What a person asked for, without what they left open; what is none of a search is left out, not refused. */
const queryOf = (asked: URLSearchParams): CatalogueQuery => {
  const given = Object.fromEntries(
    [...asked].filter(([name, value]) => value.trim() !== '' && name !== 'lang' && name !== 'limit'),
  )
  const parsed = catalogueQuerySchema.safeParse({ ...given, limit: perPage })
  return parsed.success ? parsed.data : catalogueQuerySchema.parse({ limit: perPage })
}

/** The catalogue and the courses as pages for everybody, and what search engines ask for. */
export const publicPages = ({ pool, origin }: { pool: Pool; origin: string }): Router => {
  const router = Router()
  const readerFor = (request: Request): Reader => {
    const { lang } = request.query
    const wished = lang === 'ru' || lang === 'en' ? lang : request.acceptsLanguages('ru', 'en') || 'en'
    return readerOf(localeFrom(wished), origin)
  }
  const send = (response: Response, page: Page, reader: Reader) => {
    response.set('Cache-Control', 'no-cache').vary('Accept-Language')
    response.set('Content-Language', reader.locale).type('html').send(renderPage(page, reader))
  }
  const sendMissing = (response: Response, reader: Reader) => {
    const { t } = reader
    const body = h('main', null, h('h1', null, t('page.missing')), h('p', null, t('page.missingWhy')), h('a', { href: '/courses' }, t('page.all'))) // prettier-ignore
    const page = { title: t('page.missing'), description: t('page.missingWhy'), path: '/courses' }
    send(response.status(404), { ...page, isHidden: true, body }, reader)
  }

  router.get('/courses', async (request, response) => {
    const reader = readerFor(request)
    const asked = new URL(request.originalUrl, origin).searchParams
    const query = queryOf(asked)
    const found = await searchCatalogue(pool, query)
    const pictures = await findPictures(pool, found)
    send(response, cataloguePage({ query, asked, found, pictures }, reader), reader)
  })
  router.get('/courses/:id', async (request, response) => {
    const reader = readerFor(request)
    const { id } = request.params
    const [course, outline] = isUuid(id)
      ? await Promise.all([readPublishedCourse(pool, id), readOutline(pool, id)])
      : [null, null]
    if (course === null || outline === null) return sendMissing(response, reader)
    send(response, coursePage(course.answer, outline.answer.steps, reader), reader)
  })
  router.get('/robots.txt', (_request, response) => {
    response
      .type('text')
      .send(`User-agent: *\nDisallow: /admin\nDisallow: /api\nSitemap: ${origin}/sitemap.xml\n`)
  })
  router.get('/sitemap.xml', async (_request, response) => {
    response.type('xml').send(await sitemapIndex(pool, origin))
  })
  router.get(/^\/sitemap-(\d{1,4})\.xml$/, async (request, response) => {
    const xml = await sitemapFile(pool, origin, Math.max(1, Number(request.params[0])))
    if (xml === null) return sendMissing(response, readerFor(request))
    response.type('xml').send(xml)
  })
  return router
}
