import type { Pool } from 'pg'

import { isShown } from '../operations/catalogue/isShown.ts'

/** What one file may hold. */
const perFile = 50_000

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

/** The courses of one of them. @param number from 1 */
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
  return file('urlset', [...(number === 1 ? [`<url><loc>${origin}/courses</loc></url>`] : []), ...courses])
}
