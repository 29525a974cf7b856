import sharp from 'sharp'
import { expect, it } from 'vitest'

import { pollChat } from '../../../testing/pollChat.ts'

const picture = (format: 'jpeg' | 'webp') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes))
const bad = (text: string) => `400 Bad Request: ${text}`

it('should send a poll as the official server describes it', async () => {
  const { sendPoll, messages } = await pollChat()
  const { message_id, poll } = await sendPoll()
  expect(poll).toEqual({
    id: expect.stringMatching(/^\d{19}$/) as string,
    question: 'Which?',
    options: ['A', 'B', 'C'].map((text) => ({
      persistent_id: expect.stringMatching(/^\S+$/) as string,
      text,
      voter_count: 0,
    })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    allows_multiple_answers: false,
    allows_revoting: true,
    members_only: false,
    type: 'regular',
  })
  expect(new Set(poll.options.map(({ persistent_id }) => persistent_id)).size).toBe(3)
  expect((await messages()).at(-1)).toMatchObject({ message_id, poll: { id: poll.id } })
})

it('should send a quiz with all that belongs to it', async () => {
  const { sendPoll } = await pollChat()
  const { poll } = await sendPoll({
    question: '  <b>Two</b>?\n',
    question_parse_mode: 'HTML',
    options: [{ text: '_A_', text_parse_mode: 'MarkdownV2' }, ' B ', { text: 'C' }],
    type: 'quiz',
    correct_option_ids: '[0,2]',
    allows_multiple_answers: true,
    is_anonymous: 'false',
    explanation: '<i>A</i> and C',
    explanation_parse_mode: 'HTML',
    description: 'See **this**',
    description_entities: [{ type: 'bold', offset: 0, length: 3 }],
  })
  expect(poll).toMatchObject({
    question: 'Two?',
    options: [{ text: 'A' }, { text: 'B' }, { text: 'C' }],
    type: 'quiz',
    correct_option_ids: [0, 2],
    allows_multiple_answers: true,
    allows_revoting: false,
    is_anonymous: false,
    explanation: 'A and C',
    explanation_entities: [{ type: 'italic', offset: 0, length: 1 }],
    description: 'See **this**',
    description_entities: [{ type: 'bold', offset: 0, length: 3 }],
  })
  // Of a question and of options the custom emoji alone stay, and one right option would have a field of its own.
  expect(poll).not.toHaveProperty('question_entities')
  expect(poll.options[0]).not.toHaveProperty('text_entities')
  expect(poll).not.toHaveProperty('correct_option_id')
})

it('should keep custom emoji, and name a single right option twice', async () => {
  const { sendPoll } = await pollChat()
  const entities = [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }]
  const { poll } = await sendPoll({
    question: '👍 or?',
    question_entities: [...entities, { type: 'bold', offset: 3, length: 2 }],
    options: [{ text: '👍', text_entities: entities }, 'B'],
    type: 'quiz',
    correct_option_id: 1,
    allows_revoting: true,
  })
  expect(poll).toMatchObject({
    question_entities: entities,
    options: [{ text_entities: entities }, {}],
    correct_option_ids: [1],
    correct_option_id: 1,
    allows_revoting: true,
  })
})

it('should take keyboards, replies and protection as other messages do', async () => {
  const { sendPoll, sendText, ok } = await pollChat()
  const { message_id } = await sendText('first')
  const keyboard = { inline_keyboard: [[{ text: 'Skip', callback_data: 'skip' }]] }
  const sent = await sendPoll({
    reply_parameters: { message_id },
    reply_markup: keyboard,
    protect_content: true,
  })
  expect(sent).toMatchObject({
    reply_to_message: { text: 'first' },
    reply_markup: keyboard,
    has_protected_content: true,
  })
  const other = { inline_keyboard: [[{ text: 'Next', callback_data: 'next' }]] }
  expect(
    await ok('editMessageReplyMarkup', { message_id: sent.message_id, reply_markup: other }),
  ).toMatchObject({ poll: sent.poll, reply_markup: other })
})

it('should let a message reply to one option', async () => {
  const { sendPoll, ok, error } = await pollChat()
  const { message_id, poll } = await sendPoll()
  const reply = (poll_option_id?: string) => ({ text: 'x', reply_parameters: { message_id, poll_option_id } })
  const option = poll.options[1]?.persistent_id
  expect(await ok('sendMessage', reply(option))).toMatchObject({
    reply_to_message: { poll: { id: poll.id } },
    reply_to_poll_option_id: option,
  })
  expect(await error('sendMessage', reply('none'))).toBe(bad('POLL_OPTION_INVALID'))
})

it('should show places, links and files beside the question, the options and the explanation', async () => {
  const { url, bot, person } = await pollChat()
  const form = new FormData()
  const film = { type: 'video', media: 'attach://film', duration: 3, width: 4, height: 5 }
  const fields = {
    chat_id: person,
    question: 'Where?',
    type: 'quiz',
    correct_option_ids: [0],
    options: [
      { text: 'Here', media: { type: 'location', latitude: 1, longitude: '2.5' } },
      {
        text: 'There',
        media: { type: 'venue', latitude: 1, longitude: 2, title: 'Home', address: 'Street' },
      },
      { text: 'Where', media: { type: 'link', url: 'EXAMPLE.org' } },
      { text: 'Up', media: { ...film, thumbnail: 'attach://small', cover: 'attach://cover' } },
      { text: 'On', media: { type: 'animation', media: 'attach://loop' } },
      { text: 'Off', media: { type: 'sticker', media: 'attach://sticker' } },
    ],
    media: { type: 'document', media: 'attach://map' },
    explanation: 'x',
    explanation_media: { type: 'location', latitude: 3, longitude: 4, horizontal_accuracy: 5 },
  }
  for (const [name, value] of Object.entries(fields))
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  form.append('map', new Blob(['m']), 'map.txt')
  form.append('film', new Blob(['f'], { type: 'video/mp4' }), 'film.mp4')
  form.append('loop', new Blob(['l'], { type: 'video/mp4' }), 'loop.mp4')
  form.append('cover', new Blob([await picture('jpeg')]), 'cover.jpg')
  form.append('small', new Blob([await picture('jpeg')]), 'small.jpg')
  form.append('sticker', new Blob([await picture('webp')]), 'sticker.webp')
  const response = await fetch(`${url}/bot${bot.token}/sendPoll`, { method: 'POST', body: form })
  expect(await response.json()).toMatchObject({
    ok: true,
    result: {
      poll: {
        options: [
          { media: { location: { latitude: 1, longitude: 2.5 } } },
          { media: { venue: { location: { latitude: 1, longitude: 2 }, title: 'Home', address: 'Street' } } },
          { media: { link: { url: 'http://example.org/' } } },
          { media: { video: { duration: 3, width: 4, height: 5, thumbnail: {}, cover: [{}] } } },
          { media: { animation: { file_id: expect.any(String) as string } } },
          { media: { sticker: { file_id: expect.any(String) as string } } },
        ],
        media: { document: { file_name: 'map.txt' } },
        explanation_media: { location: { horizontal_accuracy: 5 } },
      },
    },
  })
})

it.each<[object, string]>([
  [{ question: '' }, 'text must be non-empty'],
  [{ question: ' \u200b ' }, 'text must be non-empty'],
  [
    { question: '<b>', question_parse_mode: 'HTML' },
    'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  ],
  [{ options: undefined }, "can't parse options JSON object"],
  [{ options: '[' }, "can't parse options JSON object"],
  [{ options: {} }, 'expected an Array of InputPollOption'],
  [{ options: null }, 'poll must have at least one answer option'],
  [{ options: [] }, 'poll must have at least one answer option'],
  [{ options: [1] }, "can't parse InputPollOption: Expected InputPollOption to be an Object"],
  [{ options: [{}] }, 'can\'t parse InputPollOption: Can\'t find field "text"'],
  [
    { options: [{ text: '<b>', text_parse_mode: 'HTML' }] },
    "can't parse InputPollOption: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
  ],
  [{ options: ['A', ''] }, 'text must be non-empty'],
  [{ type: 'survey' }, 'unsupported poll type specified'],
  [{ type: 'quiz' }, 'correct quiz option list must be non-empty'],
  [{ type: 'quiz', correct_option_ids: [] }, 'correct quiz option list must be non-empty'],
  [{ type: 'quiz', correct_option_ids: [1, 1] }, 'correct quiz option list must be increasing'],
  [{ type: 'quiz', correct_option_ids: [2, 0] }, 'correct quiz option list must be increasing'],
  [{ type: 'quiz', correct_option_ids: [3] }, 'wrong quiz correct_option_id'],
  [{ type: 'quiz', correct_option_ids: [-1] }, 'wrong quiz correct_option_id'],
  [{ type: 'quiz', correct_option_id: 3 }, 'wrong quiz correct_option_id'],
  [{ type: 'quiz', correct_option_ids: '[' }, "can't parse correct option identifiers JSON object"],
  [{ type: 'quiz', correct_option_ids: {} }, 'expected an Array of correct option identifiers'],
  [{ type: 'quiz', correct_option_ids: ['0'] }, 'correct option identifier must be of type Number'],
  [{ type: 'quiz', correct_option_ids: [0.5] }, 'invalid correct option identifier specified'],
  [
    { type: 'quiz', correct_option_ids: [0], explanation: 'a\nb\nc\nd' },
    'quiz explanation must not have more than 2 line feeds',
  ],
  [{ members_only: true }, 'poll voters can be restricted only in channel chats'],
  [{ country_codes: ['DE'] }, 'poll voters can be restricted only in channel chats'],
  [{ country_codes: ['de'] }, 'invalid country code specified'],
  [{ country_codes: [1] }, 'expected an Array of String'],
  [{ media: '{' }, "can't parse InputPollMedia JSON object"],
  [{ media: { type: 'sticker' } }, 'failed to parse InputPollMedia: invalid type specified'],
  [{ media: { type: 'link', url: 'x' } }, 'failed to parse InputPollMedia: invalid type specified'],
  [{ media: { type: 'photo' } }, 'failed to parse InputPollMedia: media not found'],
  [{ media: { type: 'location' } }, 'failed to parse InputPollMedia: Can\'t find field "latitude"'],
  [{ options: [{ text: 'A', media: 1 }] }, 'failed to parse poll option media: expected an Object'],
  [{ options: [{ text: 'A', media: {} }] }, 'failed to parse poll option media: Can\'t find field "type"'],
  [
    { options: [{ text: 'A', media: { type: 'audio', media: 'x' } }] },
    'failed to parse poll option media: invalid type specified',
  ],
  [{ options: [{ text: 'A', media: { type: 'link' } }] }, 'poll option link must be non-empty'],
  [
    { options: [{ text: 'A', media: { type: 'location', latitude: 91, longitude: 0 } }] },
    'wrong location specified',
  ],
  [{ open_period: 4 }, 'poll must close in 5–2628000 seconds'],
  [{ close_date: 1 }, 'poll must close in 5–2628000 seconds'],
])('should refuse %j', async (parameters, answer) => {
  const { error } = await pollChat()
  expect(await error('sendPoll', { question: 'Which?', options: ['A', 'B', 'C'], ...parameters })).toBe(
    bad(answer),
  )
})

it('should ignore what belongs to quizzes alone, and refuse what it does not emulate', async () => {
  const { sendPoll, error } = await pollChat()
  const { poll } = await sendPoll({ correct_option_ids: [9], explanation: 'x'.repeat(201) })
  expect(poll).not.toHaveProperty('correct_option_ids')
  expect(poll).not.toHaveProperty('explanation')
  const adding = { question: 'x', options: ['A'], allow_adding_options: true }
  expect(await error('sendPoll', adding)).toMatch(/^501 .* allow_adding_options/)
})
