import { basename, extname, join } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { categories, courseLanguages } from '../../src/contracts/courseOptions.ts'
import type { mediaKinds, MediaFile } from '../../src/contracts/mediaFile.ts'
import { planImport } from '../../src/import/plan/planImport.ts'
import type { ImportPlan, PlannedStep } from '../../src/import/plan/types.ts'
import { openSource } from '../../src/import/source/openSource.ts'
import { toLexical } from '../../src/lesson/content/toLexical.ts'
import type { ReleaseStep } from '../../src/lesson/engine/release.ts'
import { questionForm } from '../../src/lesson/engine/quiz/questionForm.ts'
import { withMedia } from '../../src/operations/import/withMedia.ts'
import { checkPublishable } from '../../src/releases/checkPublishable.ts'
import type { Course } from '../../src/payload-types.ts'

const languages = ['ru', 'en'] as const
const kinds: Record<string, (typeof mediaKinds)[number]> = {
  '.png': 'image',
  '.mp4': 'video',
  '.ogg': 'voice',
}

const plan = async (language: (typeof languages)[number]) => {
  const source = await openSource(join(import.meta.dirname, `hangul-${language}`))
  const planned = await planImport(source, {
    ...{ flags: {}, include: [], skip: [], isLenient: false, categories },
    languages: courseLanguages.map(([code]) => code),
    nameOfDiv: () => '',
  })
  return { ...planned, files: [...source.files.keys()] }
}

const storedOf = ({ media }: ImportPlan) =>
  new Map([...media.keys()].map((path) => [path, { id: path, kind: kinds[extname(path)]! }]))

const releaseStep = (step: PlannedStep, planned: ImportPlan): ReleaseStep => {
  const { key: id, title, section, isRequired, estimatedDuration, blocks, quiz } = step
  const content = toLexical(blocks.map((block) => withMedia(block, storedOf(planned))))
  const shared = { id, title, section, isRequired, estimatedDuration, content, description: null }
  if (quiz === null) return { ...shared, stepType: 'text' }
  const questions = quiz.questions.map((question, index) => ({
    ...question,
    id: String(index),
    options: question.options.map((option, place) => ({ ...option, id: String(place) })),
  }))
  return { ...shared, stepType: 'quiz', quiz: { ...quiz, questions } }
}

const mediaOf = (planned: ImportPlan): Record<string, MediaFile> =>
  Object.fromEntries(
    [...storedOf(planned)].map(([path, { id, kind }]) => [
      path,
      {
        ...{ id, kind, hash: path, mimeType: '', filename: basename(path), bytes: 1, alt: '' },
        ...{ width: null, height: null, duration: null },
      },
    ]),
  )

/** What two languages of one course have in common, in an order that can be compared. */
const outline = ({ steps, course }: ImportPlan) => ({
  ...{ category: course.category, level: course.difficultyLevel, minutes: course.estimatedDuration },
  steps: steps.map(({ file, section, estimatedDuration, isRequired, blocks, quiz }) => ({
    ...{ file, minutes: estimatedDuration, isRequired },
    section: steps.findIndex((step) => step.section === section),
    blocks: blocks.map(({ type }) => type),
    quiz: quiz && {
      ...{ pass: quiz.passingPercentage, isShuffled: quiz.isShuffled },
      questions: quiz.questions.map(({ kind, media, options, explanation }) => ({
        ...{ kind, media, isExplained: explanation !== null },
        options: options.map((option) => [option.isCorrect, option.explanation !== null]),
      })),
    },
  })),
})

describe('the demo courses', () => {
  let plans: Record<(typeof languages)[number], Awaited<ReturnType<typeof plan>>>
  beforeAll(async () => {
    plans = { ru: await plan('ru'), en: await plan('en') }
  })

  describe.each(languages)('in %s', (language) => {
    it('should be understood without anything lost, skipped or guessed', () => {
      const { course, steps, losses, skipped, guesses } = plans[language]
      expect(losses).toEqual([])
      expect(skipped.filter(({ reason }) => reason !== 'notMarkdown')).toEqual([])
      expect(guesses.filter(({ from }) => from !== 'course.yaml')).toEqual([])
      expect(course).toMatchObject({ language, category: 'languages', difficultyLevel: 1 })
      expect(steps).toHaveLength(15)
    })

    it('should use every file that stands beside it', () => {
      const { media, files } = plans[language]
      expect([...media.keys()].sort()).toEqual(files.filter((path) => path.startsWith('media/')).sort())
    })

    it('should pass the publish gate', () => {
      const planned = plans[language]
      const { title, description, estimatedDuration } = planned.course
      const steps = planned.steps.map((step) => releaseStep(step, planned))
      const about = { courseId: '', title, description, language, estimatedDuration, isProtected: false }
      expect(
        checkPublishable(
          { ...about, steps, media: mediaOf(planned) },
          {
            category: planned.course.category as Course['category'],
            pricingModel: 'free',
            now: '2026-03-01T10:00:00.000Z',
          },
        ),
      ).toEqual([])
    })

    it('should ask questions that fit into polls, and say why of each', () => {
      for (const { quiz } of plans[language].steps)
        for (const question of quiz?.questions ?? []) {
          expect(question.explanation).not.toBeNull()
          expect(questionForm(question, {})).toEqual({ form: 'poll' })
        }
    })
  })

  it('should be the same course in each language', () => {
    expect(outline(plans.ru)).toEqual(outline(plans.en))
  })
})
