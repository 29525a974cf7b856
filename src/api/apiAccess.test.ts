import { describe, expect, it } from 'vitest'

import { apiAccessTable } from '../../tests/factories/apiAccessTable.ts'
import { apiRoutes } from './apiRoutes.ts'

describe('the access table of the platform API', () => {
  it('should have a row for every route, and no other', () => {
    const routes = apiRoutes.map(({ method, path, access }) => [`${method.toUpperCase()} ${path}`, access])
    const table = Object.entries(apiAccessTable).map(([route, { access }]) => [route, access])
    expect(table.toSorted()).toEqual(routes.toSorted())
  })

  it('should say of every route with somebody’s object that it is theirs', () => {
    for (const [route, { objects }] of Object.entries(apiAccessTable))
      if (route.includes('{')) expect([route, objects]).toEqual([route, 'own'])
  })
})
