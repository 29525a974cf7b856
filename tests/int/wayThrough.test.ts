import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { messageText, type ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'way_through_bot'

describe('the way through a course, in a chat', () => {
  let stack: Stack
  let payload: Payload
  beforeAll(async () => {
    stack = await startStack()
    payload = await getTestPayload()
    const author = await createUser(payload)
    const built = await buildCourse(payload, {
      author,
      steps: ['One', 'Two'],
      course: { texts: { en: { welcome: 'Hi {name}, {n} steps ahead!', buttonNext: 'Onwards' } } },
      isPublished: true,
    })
    await attachLiveBot(stack, { author, courseId: built.course.id, username: bot, name: 'Way' })
  })
  afterAll(() => stack?.stop())

  const enter = async (first_name = 'Ann') => {
    const { emulator } = stack
    const person = await emulator.createPerson({ first_name, language_code: 'en' })
    let last = 0
    const shown = async (fits: (message: ChatMessage) => boolean, after = last) => {
      const message = await emulator.waitForMessage(bot, person.id, (one) => one.from.is_bot && fits(one), {
        after,
      })
      last = Math.max(last, message.message_id)
      return message
    }
    const text = (expected: string) => shown((message) => messageText(message).includes(expected))
    const labels = (message: ChatMessage) =>
      (message.reply_markup?.inline_keyboard?.flat() ?? []).map((button) => button.text)
    const tap = (message: ChatMessage, label: RegExp) => {
      const button = labels(message).find((one) => label.test(one))
      if (button === undefined) throw new Error(`no button ${label} below: ${messageText(message)}`)
      return emulator.tap(bot, person.id, { message_id: message.message_id, text: button })
    }
    /** The message as it is when it has been changed so. */
    const edited = ({ message_id: id }: ChatMessage, fits: (message: ChatMessage) => boolean) =>
      shown((one) => one.message_id === id && fits(one), id - 1)
    const send = (message: string) => emulator.send(bot, person.id, message)
    await send('/start')
    const welcome = await text(`Hi ${first_name}`)
    await tap(welcome, /Start learning/)
    return { person, welcome, shown, text, labels, tap, edited, send, first: await text('The text of One.') }
  }

  it('should speak in the course’s own words, and mark steps to come back to', async () => {
    const ann = await enter()
    expect(messageText(ann.welcome)).toContain('Hi Ann, 2 steps ahead!')
    expect(ann.labels(ann.first)).toEqual(['Onwards', 'Contents', '🔖 Bookmark'])
    await ann.tap(ann.first, /Bookmark/)
    const marked = await ann.edited(ann.first, (message) => ann.labels(message).includes('🔖 Remove'))
    expect(messageText(marked)).toContain('The text of One.')
    await ann.tap(marked, /Onwards/)
    await ann.text('The text of Two.')
    await ann.send('/bookmarks')
    const list = await ann.text('Your bookmarks')
    await ann.tap(list, /1\. One/)
    await ann.text('The text of One.')
    await ann.send('/resume')
    await ann.text('The text of One.')
  })

  it('should keep settings in one message, and speak the language that was chosen', async () => {
    const ann = await enter()
    await ann.send('/settings')
    const settings = await ann.text('Settings')
    await ann.tap(settings, /Language/)
    const languages = await ann.edited(settings, (message) => ann.labels(message).includes('Русский'))
    await ann.tap(languages, /Русский/)
    const russian = await ann.edited(settings, (message) => messageText(message).includes('Язык: русский'))
    await ann.tap(russian, /Часовой пояс/)
    const regions = await ann.edited(settings, (message) => messageText(message).includes('Где вы живёте'))
    await ann.tap(regions, /Ввести город/)
    await ann.edited(settings, (message) => messageText(message).includes('Отправьте название'))
    await ann.send('Екатеринбург')
    expect(messageText(await ann.text('Екатеринбург: на ваших часах'))).toContain(
      'Часовой пояс: Екатеринбург',
    )
    await ann.send('/progress')
    await ann.text('Прогресс: 0/2')
  })

  it('should be finished, rated and begun anew', async () => {
    const ann = await enter()
    await ann.tap(ann.first, /Onwards/)
    await ann.tap(await ann.text('The text of Two.'), /Finish/)
    await ann.tap(await ann.text('Congratulations'), /Rate the course/)
    const stars = await ann.text('How do you like')
    await ann.tap(stars, /4/)
    await ann.edited(stars, (message) => messageText(message).includes('Only the author'))
    await ann.send('Well made')
    await ann.text('helps to make the course better')
    await waitFor('the course’s rating', async () => {
      const { docs } = await payload.find({ collection: 'courses', where: { rating: { equals: 4 } } })
      return docs.length === 1
    })
    await ann.send('/restart')
    await ann.tap(await ann.text('Begin the course'), /Begin anew/)
    await ann.tap(await ann.text('Hi Ann'), /Start learning/)
    await ann.text('The text of One.')
  })

  const leave = async () => {
    const ann = await enter('Leaver')
    await ann.send('/delete_me')
    const asked = await ann.text('Erase your data')
    await ann.tap(asked, /Erase my data/)
    const askedAgain = await ann.edited(asked, (message) => messageText(message).includes('Once more'))
    return { ...ann, askedAgain }
  }

  it('should give a learner their data, then forget them', async () => {
    const ann = await leave()
    await ann.tap(ann.askedAgain, /erase for good/)
    const file = await ann.shown((message) => message.document?.file_name === 'my-data.json')
    expect(messageText(file)).toContain('all that we know')
    await ann.text('all of it is erased')
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { telegramId: { equals: ann.person.id } },
    })
    expect(totalDocs).toBe(0)
    await ann.send('/start')
    await ann.text('Press "Start learning"')
  })

  it('should forget nobody who has not been given their data, whoever dies', async () => {
    const ann = await leave()
    await stack.runner.kill()
    const tapped = ann.tap(ann.askedAgain, /erase for good/)
    await stack.runner.start()
    await tapped
    await ann.shown((message) => message.document?.file_name === 'my-data.json')
    await ann.text('all of it is erased')
  })
})
