import { Router } from 'express'

import { localeFrom } from '../i18n/translate.ts'
import { renderApiDocs, type ApiDocument } from './renderApiDocs.ts'

/** The API's document to be read, at `/docs`: one page of HTML that needs no script. */
export const docsPage = (document: ApiDocument): Router => {
  const router = Router()
  const pages = { ru: renderApiDocs(document, 'ru'), en: renderApiDocs(document, 'en') }
  router.get('/', (request, response) => {
    const locale = localeFrom(request.acceptsLanguages('ru', 'en') || 'en')
    response.set('Cache-Control', 'no-cache').vary('Accept-Language')
    response.type('html').send(pages[locale])
  })
  return router
}
