import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { handInWork } from '../factories/handInWork.ts'
import { linkBot } from '../factories/linkBot.ts'
import { pngFile } from '../factories/pngFile.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { beginAndHandIn, handIn, textsOf } from '../helpers/handIn.ts'
import { platformScene, type Creator } from '../helpers/platformScene.ts'
import { startPayload } from '../helpers/proveOwnership.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'cards_bot'

describe('a reviewer in Telegram', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  let author: Creator
  let mentorId: number
  let courseId: string
  let botId: string

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
    author = await scene.createCreator()
    const { course } = await buildCourse(payload, {
      author,
      course: { title: 'Letters' },
      steps: [assignmentStep('Write a letter', { rubric: 'Mind the greeting.' })],
      isPublished: true,
    })
    courseId = course.id
    await linkBot(stack, { author, courseId, username: bot })
    const { docs } = await payload.find({ collection: 'bots', where: { course: { equals: courseId } } })
    botId = docs[0]?.id ?? ''
    mentorId = await scene.createPerson('Mira')
  })
  afterAll(() => stack?.stop())

  const cardOf = (person: number, ...parts: string[]) =>
    waitFor(`a card with ${parts.join(', ')} in the chat of ${person}`, async () => {
      const messages = await stack.emulator.messages(scene.manager, person)
      return messages.findLast(
        (message) => message.from.is_bot && parts.every((part) => shownText(message).includes(part)),
      )
    })
  const labelsOf = ({ reply_markup: markup }: ChatMessage) =>
    (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)
  const press = (person: number, { message_id }: ChatMessage, label: RegExp) => {
    const text = (message: ChatMessage) => labelsOf(message).find((one) => label.test(one)) ?? ''
    return stack.emulator
      .messages(scene.manager, person, message_id - 1)
      .then(([message]) => stack.emulator.tap(scene.manager, person, { message_id, text: text(message!) }))
  }
  const learnerReads = (person: number, part: string) =>
    waitFor(`the learner to read ${part}`, async () =>
      (await textsOf(stack.emulator, bot, person)).some((text) => text.includes(part)),
    )

  it('should join a team by a link', async () => {
    const { link } = await scene.call<{ link: string }>(author, 'POST', `/courses/${courseId}/team/link`, { role: 'mentor' }) // prettier-ignore
    await stack.emulator.send(scene.manager, mentorId, `/start ${startPayload(link)}`)
    await scene.said(mentorId, 'You are a mentor of “Letters” now')
    await stack.emulator.send(scene.manager, mentorId, '/reviews')
    await scene.said(mentorId, 'Letters: 0')
  })

  it('should get each work with its files, see who has it, and reject it with a word', async () => {
    const { id: learner } = await stack.emulator.createPerson({ first_name: 'Lena', language_code: 'en' })
    const { data } = await pngFile('letter.png')
    const photo = { file_name: 'letter.png', base64: data.toString('base64') }
    await beginAndHandIn(stack, { bot, personId: learner, text: { photo, caption: 'Dear Anna' } })
    const mine = await cardOf(author.personId, 'Lena', 'Letters', 'Dear Anna', 'Mind the greeting.')
    await cardOf(mentorId, 'Lena', 'Dear Anna')
    const pictures = (await stack.emulator.messages(scene.manager, mentorId)).filter(
      ({ photo: shown }) => shown,
    )
    expect(pictures).toHaveLength(1)

    await press(author.personId, mine, /Look at it/)
    await cardOf(mentorId, 'Lena', 'is looking at it')
    expect(labelsOf(await cardOf(mentorId, 'is looking at it'))).toEqual([])

    await press(author.personId, mine, /Reject/)
    await scene.said(author.personId, 'What should be different in the work of Lena?')
    await stack.emulator.send(scene.manager, author.personId, 'Please greet her first.')
    await scene.said(author.personId, 'Rejected. Lena knows why.')
    await learnerReads(learner, 'Please greet her first.')
    await cardOf(mentorId, 'Lena', '❌ Rejected by', 'Please greet her first.')
    const after = await cardOf(author.personId, '❌ Rejected by')
    expect(labelsOf(after)).toEqual([])
    // The question is answered: what is written now decides nothing.
    await stack.emulator.send(scene.manager, author.personId, 'Thank you!')

    // The second attempt is approved by the mentor’s voice, which the learner hears from the course’s bot.
    const retry = (await stack.emulator.messages(bot, learner)).findLast(({ from }) => from.is_bot)!
    await stack.emulator.tap(bot, learner, { message_id: retry.message_id, text: 'Open the assignment' })
    await handIn(stack, { bot, personId: learner, text: 'Hello, dear Anna!', after: retry.message_id })
    const second = await cardOf(mentorId, 'Lena', 'Attempt 2', 'Please greet her first.')
    await press(mentorId, second, /comment or voice/)
    await scene.said(mentorId, 'What do you want to say to Lena?')
    const voice = {
      file_name: 'voice.ogg',
      base64: Buffer.from(sample.opus()).toString('base64'),
      duration: 2,
    }
    await stack.emulator.send(scene.manager, mentorId, { voice })
    await scene.said(mentorId, 'Approved. Lena knows it.')
    await learnerReads(learner, 'has been approved')
    const heard = (await stack.emulator.messages(bot, learner)).filter(({ voice: said }) => said)
    expect(heard).toHaveLength(1)
    await cardOf(author.personId, 'Attempt 2', '✅ Approved by Mira')
  })

  it('should take back what was begun', async () => {
    await handInWork(payload, { botId, telegramUserId: 61_001, name: 'Olga', text: 'Short' })
    const card = await cardOf(author.personId, 'Olga', 'Short')
    await press(author.personId, card, /Reject/)
    await scene.said(author.personId, 'in the work of Olga?')
    await stack.emulator.send(scene.manager, author.personId, '/cancel')
    await scene.said(author.personId, 'Nothing is decided.')
    await stack.emulator.send(scene.manager, author.personId, 'This is no comment.')
    await press(author.personId, card, /Approve$/)
    await cardOf(mentorId, 'Olga', '✅ Approved by')
  })

  it('should be told how many wait instead of being flooded, and get one at a time', async () => {
    const before = (await stack.emulator.messages(scene.manager, mentorId)).length
    for (let index = 1; index <= 8; index++)
      await handInWork(payload, {
        botId,
        telegramUserId: 62_000 + index,
        name: `Many ${index}`,
        text: 'One of many',
      })
    const digest = await cardOf(mentorId, 'Works waiting for a review: 8', 'Letters: 8')
    expect((await stack.emulator.messages(scene.manager, mentorId)).length - before).toBeLessThanOrEqual(4)
    await press(mentorId, digest, /Show one/)
    await cardOf(mentorId, 'Many ', 'One of many')
    await stack.emulator.send(scene.manager, mentorId, '/reviews off')
    await scene.said(mentorId, 'New works do not come here.')
  })

  it('should disturb nobody when a reviewer has blocked the platform bot', async () => {
    await payload.db.pool.query(`UPDATE assignments SET status = 'approved' WHERE status = 'pending'`)
    await stack.emulator.send(scene.manager, mentorId, '/reviews on')
    await scene.said(mentorId, 'New works come here')
    await stack.emulator.block(scene.manager, mentorId)
    await handInWork(payload, { botId, telegramUserId: 63_001, name: 'Zoe', text: 'After the block' })
    await cardOf(author.personId, 'Zoe', 'After the block')
    await waitFor('the reviewer to be left alone', async () => {
      const { docs } = await payload.find({
        collection: 'users',
        where: { telegramId: { equals: mentorId } },
      })
      const { totalDocs } = await payload.count({
        collection: 'outbox',
        where: { topic: { equals: 'reviewer' } },
      })
      return docs[0]?.hasReviewCards === false && totalDocs === 0
    })
  })
})
