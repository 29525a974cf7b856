import { expect, it } from 'vitest'

import { createRouteName } from './createRouteName.ts'

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

it('should give metrics few routes, whatever strangers ask for', () => {
  const nameOf = createRouteName(['/api/courses/:id', '/api/courses/count', '/api/courses/:id/publish', '/api/v1/courses/:courseId/steps/:stepId']) // prettier-ignore
  expect(nameOf(`/api/courses/${id}/publish`)).toBe('/api/courses/:id/publish')
  expect(nameOf(`/api/courses/${id}/`)).toBe('/api/courses/:id')
  expect(nameOf('/api/courses/count')).toBe('/api/courses/count')
  expect(nameOf('/api/courses/whatever')).toBe('/api/courses/:id')
  expect(nameOf(`/api/v1/courses/${id}/steps/x`)).toBe('/api/v1/courses/:courseId/steps/:stepId')
  for (const path of ['/api', '/api/x', '/api/courses/x/y', '/api/courses/x/publish/y', '/api/v1/courses'])
    expect(nameOf(path)).toBe('/api/other')
  expect(nameOf('/admin/collections/courses')).toBe('/admin')
  expect(nameOf('/wp-login.php')).toBe('/other')
  expect(nameOf('/healthz')).toBe('/healthz')
  expect(nameOf('/')).toBe('/')
})
