import type { z } from 'zod'

import type { Locale } from '../contracts/locale.ts'
import type { MessageKey } from '../i18n/en.ts'
import { translate, type MessageValues } from '../i18n/translate.ts'

type Issue = z.core.$ZodRawIssue
type Said = [key: MessageKey, values?: MessageValues]

const types = new Set(['string', 'number', 'int', 'boolean', 'array', 'object'])
const formats = new Set(['uuid', 'email', 'url', 'datetime'])

const ofType = ({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): Said => {
  if (input === undefined) return ['problem.missing']
  return [types.has(expected) ? (`problem.${expected}` as MessageKey) : 'problem.type']
}

/** How long a text or a list may be, or how large a number. */
const ofSize = (issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Said => {
  const isSmall = issue.code === 'too_small'
  const limit = Number(isSmall ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') return [isSmall ? 'problem.shortText' : 'problem.longText', { count: limit }]
  if (issue.origin === 'array' || issue.origin === 'set')
    return [isSmall ? 'problem.fewItems' : 'problem.manyItems', { count: limit }]
  if (issue.inclusive === false) return [isSmall ? 'problem.tooSmall' : 'problem.tooLarge', { limit }]
  return [isSmall ? 'problem.small' : 'problem.large', { limit }]
}

const say = (issue: Issue): Said | null => {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue)
    case 'too_small':
    case 'too_big':
      return ofSize(issue)
    case 'invalid_value':
      return issue.input === undefined
        ? ['problem.missing']
        : ['problem.choice', { values: issue.values.map(String).join(', ') }]
    case 'unrecognized_keys':
      return ['problem.unknown', { names: issue.keys.join(', ') }]
    case 'invalid_format':
      return [formats.has(issue.format) ? (`problem.${issue.format}` as MessageKey) : 'problem.format']
    case 'custom':
      return ['problem.format']
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return ['problem.type']
    default:
      return null
  }
}

/** What is wrong with a value, in the person's words; nothing where the schema has words of its own. */
export const describeIssue =
  (locale: Locale) =>
  (issue: Issue): string | undefined => {
    const said = say(issue)
    return said === null ? undefined : translate(locale, ...said)
  }
