import { describe, expect, it } from 'vitest'

import { requireReadableQuery } from './requireReadableQuery.ts'

const url = 'http://localhost:3000/api/courses'

describe('requireReadableQuery', () => {
  it.each(['limit=0&limit=1', 'limit[]=1', 'limit[a]=1', '%6cimit=1&limit=2', 'page=1&page=2', 'depth=0&depth=1'])(
    'should refuse %s, in the address and in the body of a GET in disguise',
    async (query) => {
      const refusal = { code: 'inputInvalid', status: 400 }
      await expect(requireReadableQuery(new Request(`${url}?${query}`))).rejects.toMatchObject(refusal)
      for (const name of ['x-payload-http-method-override', 'x-http-method-override']) {
        const disguised = new Request(url, { method: 'POST', headers: { [name]: 'GET' }, body: query })
        await expect(requireReadableQuery(disguised)).rejects.toMatchObject(refusal)
      }
    },
  ) // prettier-ignore

  it.each(['{', '1', '"x"', '[]', 'null', '{"id":null}', '{"id":1}', '{"and":{}}', '{"or":[null]}', '{"and":[{"or":[{"id":1}]}]}', `${'{"and":['.repeat(20)}{}${']}'.repeat(20)}`])(
    'should refuse the condition %s',
    async (where) => {
      const asked = new Request(`${url}?where=${encodeURIComponent(where)}`)
      await expect(requireReadableQuery(asked)).rejects.toMatchObject({ details: { problems: [{ path: 'where' }] } })
    },
  ) // prettier-ignore

  it('should let a condition pass that is one', async () => {
    const where = {
      and: [{ id: { equals: 1 } }, { or: [{ title: { in: ['a'] } }] }],
      title: { exists: true },
    }
    for (const said of [JSON.stringify(where), ''])
      await requireReadableQuery(new Request(`${url}?where=${encodeURIComponent(said)}&data={}`))
  })

  it('should let pass what may come several times, and leave the body to be read', async () => {
    const query = 'limit=1&page=1&depth=0&where[role][in][]=admin&where[role][in][]=creator'
    await requireReadableQuery(new Request(`${url}?${query}`))
    const body = new Request(url, { method: 'POST', body: 'limit=1&limit=2' })
    await requireReadableQuery(body)
    expect(await body.text()).toBe('limit=1&limit=2')
  })
})
