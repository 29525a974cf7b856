import { describe, expect, it } from 'vitest'

import { requireSingleValues } from './requireSingleValues.ts'

const url = 'http://localhost:3000/api/courses'

describe('requireSingleValues', () => {
  it.each(['limit=0&limit=1', 'limit[]=1', 'limit[a]=1', '%6cimit=1&limit=2', 'page=1&page=2', 'depth=0&depth=1'])(
    'should refuse %s, in the address and in the body of a GET in disguise',
    async (query) => {
      const refusal = { code: 'inputInvalid', status: 400 }
      await expect(requireSingleValues(new Request(`${url}?${query}`))).rejects.toMatchObject(refusal)
      const headers = { 'x-payload-http-method-override': 'GET' }
      const disguised = new Request(url, { method: 'POST', headers, body: query })
      await expect(requireSingleValues(disguised)).rejects.toMatchObject(refusal)
    },
  ) // prettier-ignore

  it('should let pass what may come several times, and leave the body to be read', async () => {
    const query = 'limit=1&page=1&depth=0&where[role][in][]=admin&where[role][in][]=creator'
    await requireSingleValues(new Request(`${url}?${query}`))
    const body = new Request(url, { method: 'POST', body: 'limit=1&limit=2' })
    await requireSingleValues(body)
    expect(await body.text()).toBe('limit=1&limit=2')
  })
})
