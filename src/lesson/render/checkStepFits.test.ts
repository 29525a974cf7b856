import { expect, it } from 'vitest'

import type { LearnerStep } from '../../contracts/learnerRelease.ts'
import { toLearnerQuiz } from '../engine/quiz/toLearnerQuiz.ts'
import { buildQuiz } from '../testing/buildQuiz.ts'
import { lexical } from '../testing/lexical.ts'
import { mediaById, mediaFiles } from '../testing/mediaFiles.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { checkStepFits } from './checkStepFits.ts'

const { content, paragraph, text, block } = lexical
const about = { id: uuidOf(1), title: 'Этап', section: null, isRequired: true, estimatedDuration: null }
const step = (...children: Record<string, unknown>[]): LearnerStep => ({
  ...about,
  stepType: 'text',
  content: content(...children),
})
const long = (characters: number) => step(paragraph(text('а'.repeat(characters))))
const problems = (given: LearnerStep, hasLinks = true) => checkStepFits(given, mediaById, hasLinks)

it('should let steps pass that a chat can show', () => {
  expect(problems(long(10))).toEqual([])
  expect(problems(long(19 * 4096))).toEqual([])
  expect(problems({ ...step(), content: null })).toEqual([])
  expect(problems(step(block('Image', { media: mediaFiles.photo.id })))).toEqual([])
})

it('should name a step of too many messages', () => {
  expect(problems(long(20 * 4096))).toEqual([{ code: 'tooManyMessages', count: 21, limit: 20 }])
})

it('should name content that would not be seen', () => {
  const upload = { type: 'upload', value: 'id', relationTo: 'media' }
  const code = block('Code', { code: 'a' })
  const poll = { type: 'inlineBlock', fields: { blockType: 'InlinePoll' } }
  const callout = block('Callout', { content: content(paragraph(poll)) })
  expect(problems(step(paragraph(upload), code, callout, block('Banner', {})))).toEqual([
    { code: 'unsupportedContent', kinds: ['Banner', 'InlinePoll', 'upload'] },
  ])
})

it('should say which file is missing, and where', () => {
  const inner = content(block('Voice', { media: uuidOf(999) }))
  const album = block('Album', { items: [{ media: mediaFiles.photo.id }, { media: 'gone' }] })
  const place = (number: number) => ({ code: 'fileMissing', place: { in: 'content', number } })
  expect(
    problems(step(paragraph(text('a')), block('Details', { summary: 's', content: inner }), album)),
  ).toEqual([place(2), place(3)])
  const video: LearnerStep = {
    ...about,
    content: null,
    stepType: 'video',
    video: uuidOf(998),
    videoUrl: null,
  }
  expect(problems(video)).toEqual([{ code: 'fileMissing', place: { in: 'video', number: null } }])
  const quiz = toLearnerQuiz(
    buildQuiz([{}, { media: uuidOf(997) }, { options: [{}, { media: uuidOf(996) }] }]),
  )
  expect(problems({ ...about, content: null, stepType: 'quiz', quiz })).toEqual([
    { code: 'fileMissing', place: { in: 'questions', number: 2 } },
    { code: 'fileMissing', place: { in: 'questions', number: 3 } },
  ])
})

it('should say which file Telegram will not take, if no link leads to it', () => {
  const film = step(block('Video', { media: mediaFiles.bigVideo.id }))
  expect(problems(film)).toEqual([])
  expect(problems(film, false)).toEqual([
    { code: 'fileTooLarge', place: { in: 'content', number: 1 }, filename: 'film.mp4' },
  ])
  // A picture too large for a photo goes as a file.
  expect(problems(step(block('Image', { media: mediaFiles.bigImage.id })), false)).toEqual([])
})
