import type { Pool } from 'pg'

import { isShown } from '../operations/catalogue/isShown.ts'

/** A file may hold 50,000 addresses; the first one holds the catalogue's, too. */
const perFile = 49_000

const file = (root: string, rows: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</${root}>\n`

const listed = `FROM courses c JOIN releases r ON r.id = c.current_release_id
  LEFT JOIN users u ON u.id = c.creator_id WHERE ${isShown}`

/** The files that there are, of an installation at that origin. */
export const sitemapIndex = async (pool: Pool, origin: string): Promise<string> => {
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count ${listed}`)
  const files = Math.max(1, Math.ceil((rows[0]?.count ?? 0) / perFile))
  return file(
    'sitemapindex',
    Array.from(
      { length: files },
      (_, index) => `<sitemap><loc>${origin}/sitemap-${index + 1}.xml</loc></sitemap>`,
    ),
  )
}

/** The catalogue, and each of its categories that has courses. */
const catalogueRows = async (pool: Pool, origin: string): Promise<string[]> => {
  const { rows } = await pool.query<{ category: string }>(
    `SELECT DISTINCT c.offer->>'category' AS category ${listed} AND c.offer->>'category' IS NOT NULL ORDER BY category`,
  )
  const paths = ['/courses', ...rows.map(({ category }) => `/courses?category=${category}`)]
  return paths.map((path) => `<url><loc>${origin}${path}</loc></url>`)
}

/** The courses of one of them, and in the first the catalogue. @param number from 1 */
export const sitemapFile = async (pool: Pool, origin: string, number: number): Promise<string | null> => {
  const { rows } = await pool.query<{ id: string; at: Date }>(
    `SELECT c.id, r.created_at AS at ${listed} ORDER BY c.id LIMIT $1 OFFSET $2`,
    [perFile, (number - 1) * perFile],
  )
  if (rows.length === 0 && number > 1) return null
  const courses = rows.map(
    ({ id, at }) =>
      `<url><loc>${origin}/courses/${id}</loc><lastmod>${at.toISOString().slice(0, 10)}</lastmod></url>`,
  )
  return file('urlset', [...(number === 1 ? await catalogueRows(pool, origin) : []), ...courses])
}
