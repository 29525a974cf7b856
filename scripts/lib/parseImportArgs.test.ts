import { describe, expect, it } from 'vitest'
import { parseImportArgs } from './parseImportArgs.ts'

const parse = (...args: string[]) => parseImportArgs(args, '/home/ann')

describe('parseImportArgs', () => {
  it('should need nothing but a source', () => {
    expect(parse('lesson')).toEqual({
      ...{ location: '/home/ann/lesson', courseId: undefined, as: undefined },
      ...{ isPublished: false, isLenient: false, include: [], skip: [] },
      flags: {},
    })
  })

  it('should take everything that can be said', () => {
    const flags = [
      '--title',
      'T',
      '--description=D',
      '--category',
      'other',
      '--language',
      'ru',
      '--tags',
      'a, b',
    ]
    const rest = ['--include', 'x', '--include=y/**', '--skip', 'z', '--publish', '--lenient', '--json']
    expect(parse(...flags, '/lesson.zip', ...rest, '--course', 'c', '--as', 'ann@example.org')).toEqual({
      ...{
        location: '/lesson.zip',
        courseId: 'c',
        as: 'ann@example.org',
        isPublished: true,
        isLenient: true,
      },
      ...{ include: ['x', 'y/**'], skip: ['z'] },
      flags: { title: 'T', description: 'D', category: 'other', language: 'ru', tags: ['a', 'b'] },
    })
  })

  it('should say how it is used when it is asked', () => {
    expect(parse('--help')).toBeUndefined()
    expect(parse('lesson', '-h')).toBeUndefined()
  })

  it.each([
    ['no source', [], 'Which folder'],
    ['two sources', ['a', 'b'], 'One folder or .zip at a time; what are these: b'],
    ['an option that there is not', ['a', '--draft'], "Unknown option '--draft'."],
    ['an option without its value', ['a', '--title'], '--title'],
    ['a category that there is not', ['a', '--category', 'x'], '--category x is none of these: languages,'],
    ['a language that there is not', ['a', '--language', 'xx'], '--language xx is none of these: ru, en,'],
    ['an empty value', ['a', '--as', ' '], '--as needs a value.'],
  ])('should refuse %s and say how it is used', (_name, args, message) => {
    expect(() => parse(...args)).toThrow(message)
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({ exitCode: 2, advice: expect.stringContaining('npm run import --') }),
    )
  })
})
