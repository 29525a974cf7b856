import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach } from 'vitest'

import { catalogueQuerySchema } from '../../src/contracts/api/catalogue.ts'
import { searchCatalogue } from '../../src/operations/catalogue/searchCatalogue.ts'
import type { Course, User } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { richText } from '../factories/richText.ts'
import { getTestPayload } from './getTestPayload.ts'

/** What a `describe` of the catalogue begins with: an empty one, before each test. */
export const catalogueScene = () => {
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
  })
  afterAll(() => payload.destroy())
  beforeEach(async () => {
    await payload.db.pool.query('DELETE FROM catalogue')
    await payload.db.pool.query('DELETE FROM catalogue_lexemes')
  })

  const search = (text: string | undefined, query: Record<string, unknown> = {}) =>
    searchCatalogue(payload.db.pool, catalogueQuerySchema.parse({ search: text, ...query }))
  const titles = async (text: string | undefined, query: Record<string, unknown> = {}) =>
    (await search(text, query)).courses.map(({ title }) => title)
  const publish = async (
    title: string,
    course: Partial<Course> = {},
    text = 'Nothing special.',
    by = author,
  ) =>
    (
      await buildCourse(payload, {
        author: by,
        course: { title, ...course },
        steps: [{ title: 'Lesson', content: richText(text) }],
        isPublished: true,
      })
    ).course
  const requestOf = ({ user }: SignedIn) =>
    createLocalReq({ user: user as User & { collection: 'users' } }, payload)
  const update = (id: string, data: Partial<Course>) =>
    payload.update({ collection: 'courses', id, data, user: author.user, overrideAccess: false })

  return {
    search,
    titles,
    publish,
    requestOf,
    update,
    get payload() {
      return payload
    },
    get author() {
      return author
    },
  }
}
