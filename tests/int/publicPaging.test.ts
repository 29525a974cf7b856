import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import express from 'express'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { publicPages } from '../../src/publicPages/publicPages.ts'
import { catalogueScene } from '../helpers/catalogueScene.ts'

const origin = 'https://courses.example'

describe('the pages of the catalogue, one after the other', () => {
  const scene = catalogueScene()
  let server: Server

  beforeAll(() => {
    const { pool } = scene.payload.db
    server = express()
      .use(publicPages({ pool, origin, limit: (_request, _response, next) => next() }))
      .listen(0)
  })
  afterAll(() => void server.close())

  /** A course and copies of it: 50 courses are three pages. */
  beforeEach(async () => {
    const { id } = await scene.publish('Gardening', { category: 'science' })
    const copy = (table: string, key: string) =>
      scene.payload.db.pool.query(
        `INSERT INTO ${table} SELECT made.* FROM ${table} t, generate_series(1, 49) n,
           LATERAL jsonb_populate_record(t, jsonb_build_object($2::text, md5(n::text)::uuid)) made WHERE t.${key} = $1`,
        [id, key],
      )
    await copy('courses', 'id')
    await copy('catalogue', 'course_id')
  })
  afterEach(async () => {
    const { pool } = scene.payload.db
    await pool.query(
      'DELETE FROM courses WHERE id IN (SELECT md5(n::text)::uuid FROM generate_series(1, 49) n)',
    )
    await pool.query('UPDATE courses SET is_listed = false')
  })

  const open = async (path: string) => {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://localhost:${port}${path}`, { headers: { 'accept-language': 'en' } })
    const text = await response.text()
    const linkOf = (rel: string) =>
      new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null
    return {
      status: response.status,
      text,
      previous: linkOf('prev'),
      next: linkOf('next'),
      canonical: /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1] ?? null,
      isHidden: text.includes('<meta name="robots" content="noindex"/>'),
      courses: [...text.matchAll(/class="card" href="\/courses\/([\w-]+)/g)].map(([, id]) => id),
    }
  }

  it('should lead to each course once, there and back, and the sitemap to the same ones', async () => {
    const first = await open('/courses')
    const second = await open(first.next!)
    const third = await open(second.next!)
    expect([first.previous, first.next]).toEqual([null, '/courses?page=2'])
    expect([second.previous, second.next]).toEqual(['/courses', '/courses?page=3'])
    expect([third.previous, third.next]).toEqual(['/courses?page=2', null])
    expect([first.canonical, first.isHidden]).toEqual([`${origin}/courses`, false])
    for (const page of [second, third]) expect([page.canonical, page.isHidden]).toEqual([null, true])
    const shown = [first, second, third].flatMap(({ courses }) => courses)
    expect([first, second, third].map(({ courses }) => courses.length)).toEqual([24, 24, 2])

    const { text } = await open('/sitemap-1.xml')
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)
    const [catalogue, ofCategory, ...courses] = addresses
    expect([catalogue, ofCategory]).toEqual([`${origin}/courses`, `${origin}/courses?category=science`])
    expect(courses.map((address) => address.split('/').at(-1)).sort()).toEqual([...shown].sort())
    for (const address of addresses.slice(0, 4)) {
      const { status, canonical, isHidden } = await open(address.slice(origin.length))
      expect([status, canonical, isHidden]).toEqual([200, address, false])
    }
  })

  it('should keep the filters and the language from page to page', async () => {
    const { previous, next } = await open('/courses?lang=en&category=science&page=2')
    expect(previous).toBe('/courses?category=science&lang=en')
    expect(next).toBe('/courses?category=science&page=3&lang=en')
  })

  it('should say that there is no such page, and lead back', async () => {
    const { status, text, isHidden, next, previous } = await open('/courses?category=science&page=4')
    expect([status, isHidden, next, previous]).toEqual([404, true, null, null])
    expect(text).toContain('There is no page 4: there are 3 in all.')
    expect(text).toContain('<a href="/courses?category=science&amp;page=3">To the last page</a>')
    expect((await open('/courses?search=zebras&page=2')).status).toBe(404)
    expect((await open('/courses?search=zebras')).status).toBe(200)
  })
})
