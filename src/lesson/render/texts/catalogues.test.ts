import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { noticeKeys, toastKeys } from '../../../contracts/effects/saidKeys.ts'
import { locales } from '../../../contracts/locale.ts'
import { botCommands } from '../botCommands.ts'
import { noticeMessages } from '../effects/noticeMessages.ts'
import { renderToast } from '../renderToast.ts'
import { en } from './en.ts'
import { formatText } from './formatText.ts'
import { ru } from './ru.ts'
import { textArguments } from './textArguments.ts'

type Part = { type: number; value?: unknown; children?: Part[]; options?: Record<string, { value: Part[] }> }

/** Names of placeholders in a parsed message. 0 is literal text, 7 the sign #, 8 a tag. */
const namesIn = (parts: Part[]): string[] =>
  parts.flatMap(({ type, value, children = [], options = {} }) => [
    ...(type === 0 || type === 7 || type === 8 ? [] : [String(value)]),
    ...namesIn(children),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
  ])

describe.each([
  ['ru', ru],
  ['en', en],
])('the catalogue %s', (locale, catalogue) => {
  it('should have every text with exactly the placeholders agreed', () => {
    const found = Object.entries(catalogue).map(([key, message]) => {
      const names = namesIn(new IntlMessageFormat(message, locale).getAst() as Part[])
      return [key, [...new Set(names)].sort()]
    })
    const agreed = Object.entries(textArguments).map(([key, names]) => [key, [...names].sort()])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(agreed))
  })
})

describe.each(locales)('the product in %s', (locale) => {
  it('should have toasts that Telegram takes', () => {
    for (const key of toastKeys) {
      expect(renderToast({ type: 'toast', key }, locale)).toMatch(/\S/)
      expect(renderToast({ type: 'toast', key }, locale).length).toBeLessThanOrEqual(200)
    }
  })

  it('should have a text for every notice', () => {
    for (const key of noticeKeys) expect(noticeMessages(key, locale)).toHaveLength(1)
  })

  it('should have commands that Telegram takes, each told of in the help', () => {
    const help = formatText(locale, 'help', { next: '', back: '', contents: '' }).text
    expect(botCommands(locale).map(({ command }) => command)).toEqual([
      ...[
        'start',
        'contents',
        'bookmarks',
        'progress',
        'resume',
        'settings',
        'rate',
        'restart',
        'delete_me',
        'help',
      ],
    ])
    for (const { command, description } of botCommands(locale)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description).toMatch(/^.{1,256}$/)
      expect(help).toContain(`/${command} `)
    }
  })
})

it('should count as Russian does', () => {
  const left = (count: number) => formatText('ru', 'progressLeft', { left: count }).text
  expect([1, 2, 5, 11, 21, 22, 0].map(left)).toEqual([
    ...['Остался 1 этап.', 'Осталось 2 этапа.', 'Осталось 5 этапов.', 'Осталось 11 этапов.'],
    ...['Остался 21 этап.', 'Осталось 22 этапа.', 'Осталось 0 этапов.'],
  ])
})

it('should take values for text, not for messages', () => {
  const title = "<b>{x}</b> 'quoted' #"
  expect(formatText('en', 'contentsTitle', { title }).text).toBe(`📚 Contents of the course "${title}"`)
})
