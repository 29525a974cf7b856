import { expect, it } from 'vitest'

import { previewOf } from './previewOf.ts'

it.each([
  ['image/png', 'picture'],
  ['video/mp4', 'film'],
  ['audio/mpeg', 'sound'],
  ['audio/ogg; codecs=opus', 'sound'],
  ['Audio/OGG;codecs=opus', 'sound'],
  ['image/svg+xml', null],
  ['text/html; charset=utf-8', null],
  ['', null],
])('should show %s as %s', (mimeType, preview) => {
  expect(previewOf(mimeType)).toBe(preview)
})
