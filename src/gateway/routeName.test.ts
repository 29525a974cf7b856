import { expect, it } from 'vitest'

import { routeName } from './routeName.ts'

it('should give metrics few routes, whatever strangers ask for', () => {
  const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
  expect(routeName(`/api/courses/${id}/publish`)).toBe('/api/courses/:id/publish')
  expect(routeName('/admin/collections/courses')).toBe('/admin')
  expect(routeName('/wp-login.php')).toBe('/other')
  expect(routeName(`/api/${'x'.repeat(100)}`)).toBe('/api/other')
  expect(routeName('/healthz')).toBe('/healthz')
})
