import type { LearnerRelease } from '../../src/contracts/learnerRelease.ts'
import type { Block } from '../../src/lesson/content/block.ts'
import { toLexical } from '../../src/lesson/content/toLexical.ts'
import { contentCorpus } from '../../src/lesson/testing/contentCorpus.ts'
import { mediaById } from '../../src/lesson/testing/mediaFiles.ts'
import { uuidOf } from '../../src/lesson/testing/uuidOf.ts'
import { stepText } from '../bot/scene.ts'

/** Lessons as authors write them: each a mix of the kinds of blocks that go together. */
const mixes = [
  ['styles of text', 'headings', 'lists', 'a narrow table', 'callouts'],
  ['links', 'headings', 'code', 'code', 'details', 'formulas'],
  ['text for several messages', 'quote', 'embeds'],
  ['headings', 'a wide table', 'a table of links', 'a divider', 'lists'],
  ['files', 'albums', 'callouts', 'quote'],
]

const contents = (locale: 'ru' | 'en'): Block[][] => {
  const corpus = contentCorpus(locale)
  return mixes.map((names) => names.flatMap((name) => corpus[name] ?? []))
}

/** The step that the other bench sends. */
const plainStep: Block[] = [{ type: 'paragraph', content: [{ type: 'text', text: stepText, marks: [] }] }]

const releaseOf = (steps: Block[][]): LearnerRelease => ({
  id: uuidOf(1),
  courseId: uuidOf(2),
  number: 1,
  title: 'Course',
  description: '',
  language: 'en',
  estimatedDuration: null,
  isProtected: false,
  media: mediaById,
  steps: steps.map((blocks, index) => ({
    ...{ id: uuidOf(10 + index), title: `Step ${index + 1}`, section: null, isRequired: true },
    ...{ estimatedDuration: null, stepType: 'text', content: toLexical(blocks) },
  })),
})

export const lessons = releaseOf([...contents('ru'), ...contents('en')])
export const plainLesson = releaseOf([plainStep])
