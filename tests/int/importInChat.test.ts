import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { categories, courseLanguages } from '../../src/contracts/courseOptions.ts'
import { planInWorker } from '../../src/import/plan/planInWorker.ts'
import { messageText } from '../../telegram-emulator/src/client.ts'
import { createUser } from '../factories/createUser.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { importLesson, lessonFolder } from '../helpers/importLesson.ts'
import { sourceWords, wordsOf } from '../helpers/sourceWords.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { takeCourse } from '../helpers/takeCourse.ts'

/**
 * What pages say and the chat does not, each with its reason. A title that a page repeats as its first heading is
 * said once, and none of these pages does so.
 */
const exceptions: Record<'rich' | 'classic', string[]> = {
  rich: [],
  // Formulas are no LaTeX there, but the signs that they stand for.
  classic: ['cdot', 'cdot', 'frac', 'frac'],
}

const less = (words: string[], others: string[]): string[] => {
  const counts = new Map<string, number>()
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}

/** So that what explains a wrong answer is said, too. */
const isWrong = ({ question }: { question: number }) => question === 1

describe('an imported lesson in a chat', () => {
  let stack: Stack
  let payload: Payload

  beforeAll(async () => {
    stack = await startStack()
    payload = await getTestPayload()
  })
  afterAll(() => stack?.stop())

  it.each(['rich', 'classic'] as const)(
    'should be said word for word, and can be finished: %s',
    async (rendering) => {
      const folder = lessonFolder('carpentries')
      const author = await createUser(payload)
      const { course } = await importLesson(payload, author, folder, { isPublished: true })
      await payload.update({
        collection: 'bots',
        where: { course: { equals: course.id } },
        data: { rendering },
      })
      const bot = `bread_${rendering}_bot`
      await attachLiveBot(stack, { author, courseId: course.id, username: bot, name: 'Bread' })
      const { steps } = await planInWorker({
        ...{ location: folder, name: 'carpentries', flags: {}, include: [], skip: [], isLenient: false },
        ...{ categories, languages: courseLanguages.map(([language]) => language) },
      })
      const said = await takeCourse(stack, { bot, language: 'en', title: course.title, steps, isWrong })

      const polls = said.flatMap(({ poll }) =>
        poll === undefined
          ? []
          : [poll.question, ...poll.options.map(({ text }) => text), poll.explanation ?? ''],
      )
      const heard = wordsOf([...said.map((message) => messageText(message)), ...polls].join('\n'))
      const pages = [...new Set(steps.map(({ file }) => file))]
      expect(pages).toHaveLength(8)
      const sources = await Promise.all(pages.map((page) => readFile(path.join(folder, page), 'utf8')))
      expect(less(sources.flatMap(sourceWords), heard).toSorted()).toEqual(exceptions[rendering])
    },
    180_000,
  )
})
