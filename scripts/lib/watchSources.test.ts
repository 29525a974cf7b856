import { describe, expect, it } from 'vitest'
import { isWatched } from './watchSources.ts'

describe('isWatched', () => {
  it.each([
    'src/server.ts',
    'payload.config.ts',
    'bot-runner/src/locales/ru.ftl',
    'src/lesson/engine/advance.ts',
  ])('should restart for %s', (file) => expect(isWatched(file)).toBe(true))

  it.each([
    'src/lesson/engine/advance.test.ts',
    'src/payload-types.ts',
    'src/admin/CourseBuilder/CourseBuilder.tsx',
    'src/app/(payload)/admin/importMap.js',
    'src/notes.md',
  ])('should not restart for %s', (file) => expect(isWatched(file)).toBe(false))
})
