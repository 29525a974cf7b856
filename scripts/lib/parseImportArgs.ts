import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { categories, courseLanguages } from '../../src/contracts/courseOptions.ts'
import type { ImportRequest } from '../../src/operations/import/importMessages.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { texts } from './texts.mjs'

type Wanted = Omit<ImportRequest, 'as' | 'locale'> & { as?: string }

const text = { type: 'string' } as const
const list = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const options = {
  ...{ title: text, description: text, category: text, language: text, tags: text },
  ...{ course: text, as: text, include: list, skip: list },
  ...{ publish: flag, lenient: flag, json: flag, help: { ...flag, short: 'h' } },
} as const

const known: Record<string, readonly string[]> = {
  category: categories,
  language: courseLanguages.map(([language]) => language),
}

/**
 * The arguments of `npm run import`; undefined when it is asked how it is used.
 *
 * @param cwd where the person is: npm runs every command in the project's folder
 * @throws {ExpectedFailure} naming the argument that is wrong
 */
export function parseImportArgs(args: string[], cwd: string): Wanted | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [location, ...more] = positionals
  if (location === undefined || location === '') throw refuse(texts.importNoSource)
  if (more.length > 0) throw refuse(texts.importManySources(more.join(' ')))
  for (const [name, value] of Object.entries(values))
    if ([value].flat().some((one) => typeof one === 'string' && one.trim() === ''))
      throw refuse(texts.importEmptyOption(name))
  for (const [name, allowed] of Object.entries(known)) {
    const value = values[name as 'category' | 'language']
    if (value !== undefined && !allowed.includes(value))
      throw refuse(texts.importUnknownValue(name, value, allowed.join(', ')))
  }
  const { title, description, category, language, tags } = values
  return {
    location: resolve(cwd, location),
    courseId: values.course,
    as: values.as,
    isPublished: values.publish ?? false,
    isLenient: values.lenient ?? false,
    include: values.include ?? [],
    skip: values.skip ?? [],
    flags: { title, description, category, language, tags: tags?.split(',').map((tag) => tag.trim()) },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw refuse((error as Error).message.replace(/\. To specify.*$/s, '.'))
  }
}

function refuse(what: string): ExpectedFailure {
  return new ExpectedFailure(what, texts.importUsage, { exitCode: 2 })
}
