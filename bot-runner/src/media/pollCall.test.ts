import { describe, expect, it } from 'vitest'

import type { OutgoingPoll } from '../../../src/lesson/render/outgoingMessage.ts'
import { buildMedia } from '../testing/testMedia.ts'
import { pollCall } from './pollCall.ts'
import { sentFiles } from './sentFiles.ts'

const [question, first, third] = [buildMedia().media, buildMedia().media, buildMedia().media]
const poll: OutgoingPoll = {
  kind: 'poll',
  question: 'Which?',
  options: ['a', 'b', 'c'],
  isMultiple: false,
  correct: [1],
  explanation: null,
  media: null,
  about: { stepId: 'step', attempt: 1, questionId: 'q' },
  otherwise: [],
}
const to = { chat_id: 1, protect_content: undefined }
const built = (changes: Partial<OutgoingPoll>) => {
  const { uses, build } = pollCall({ ...poll, ...changes }, to)
  const refs = uses.map(({ media, forms: [form] }) => ({ form, ref: `ref of ${media.id}` }))
  return { files: uses.map(({ media }) => media.id), payload: build(refs).payload as Record<string, unknown> }
}
const photo = ({ id }: { id: string }) => ({ type: 'photo', media: `ref of ${id}` })

describe('a poll as a call', () => {
  it('should name the pictures of the question and of its options, each where it belongs', () => {
    const { files, payload } = built({ media: question, optionMedia: [first, null, third] })
    expect(files).toEqual([question.id, first.id, third.id])
    expect(payload).toMatchObject({
      media: photo(question),
      options: [
        { text: 'a', media: photo(first) },
        { text: 'b', media: undefined },
        { text: 'c', media: photo(third) },
      ],
    })
  })

  it('should do so without a picture of the question, and without any', () => {
    expect(built({ optionMedia: [null, first, null] }).payload).toMatchObject({
      media: undefined,
      options: [{ media: undefined }, { media: photo(first) }, { media: undefined }],
    })
    expect(built({})).toMatchObject({ files: [], payload: { media: undefined } })
  })

  it('should close by time where that is limited', () => {
    expect(built({ closesIn: 60 }).payload).toMatchObject({ open_period: 60 })
    expect(built({}).payload).toMatchObject({ open_period: undefined })
  })

  it('should find the files that Telegram made of the pictures in the same order', () => {
    const sent = (fileId: string) => ({ type: 'photo', photo: [{ file_id: 'small' }, { file_id: fileId }] })
    const answer = { poll: { media: sent('q'), options: [{ media: sent('a') }, {}, { media: sent('c') }] } }
    expect(sentFiles(answer).map(({ fileId }) => fileId)).toEqual(['q', 'a', 'c'])
  })
})
