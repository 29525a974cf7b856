import { describe, expect, it } from 'vitest'

import { takesKey } from './apiRoute.ts'
import { apiRoutes } from './apiRoutes.ts'

describe('apiRoutes', () => {
  it('should ask again whether somebody may have what is remembered about a thing that others have too', () => {
    const unasked = apiRoutes.filter((route) => takesKey(route) && route.params && !route.mayStill)
    // An enrolment is the caller's own.
    expect(unasked.map(({ operationId }) => operationId)).toEqual(['enroll'])
  })
})
