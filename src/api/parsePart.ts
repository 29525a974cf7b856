import type { z } from 'zod'

import type { Locale } from '../contracts/locale.ts'
import { AppError } from '../errors/AppError.ts'
import { translate } from '../i18n/translate.ts'
import { describeIssue } from './describeIssue.ts'
import { unkeepableTexts } from './unkeepableTexts.ts'

const messages = { ru: describeIssue('ru'), en: describeIssue('en') }

/**
 * One part of a request.
 * @throws {AppError} inputInvalid (422) with each problem, its path beginning with the part's name, in the person's language
 */
export const parsePart = (
  schema: z.ZodType | undefined,
  value: unknown,
  { part, locale }: { part: 'path' | 'query' | 'body'; locale: Locale },
): unknown => {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value, { error: messages[locale] })
  const unkeepable = part === 'body' ? unkeepableTexts(value, part) : []
  if (parsed.success && unkeepable.length === 0) return parsed.data
  const issues = parsed.error?.issues ?? []
  const problems = [
    ...issues.map(({ path, message }) => ({ path: [part, ...path].join('.'), message })),
    ...unkeepable.map((path) => ({ path, message: translate(locale, 'problem.characters') })),
  ]
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
}
