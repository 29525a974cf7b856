import type { Poll, PollMedia } from '@grammyjs/types'

import { makePollIds } from '../../../polls/makePollIds.ts'
import type { PollRecord, PollState } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { Parameters } from '../parameters.ts'
import type { FormattedText } from './entities/fixText.ts'
import { readCorrectOptions } from './readCorrectOptions.ts'
import { readFormatted } from './readFormatted.ts'
import { readPollMedia } from './readPollMedia.ts'
import { readPollOptions } from './readPollOptions.ts'
import { pollDescription, pollQuestion, quizExplanation } from './readPollText.ts'
import { readPollTimes } from './readPollTimes.ts'
import { refusePollVoters } from './refusePollVoters.ts'

interface NewPoll {
  record: PollRecord
  /** What belongs to the message alone. */
  ofMessage: Pick<Poll, 'description' | 'description_entities' | 'media'>
}

/** The poll that sendPoll describes. */
export async function readPoll(call: BotApiCall): Promise<NewPoll> {
  const { parameters, emulator, bot } = call
  const question = pollQuestion(readNamed(call, 'question'))
  const options = await readPollOptions(call)
  const description = pollDescription(readNamed(call, 'description'))
  const type = parameters.string('type')
  if (type !== '' && type !== 'regular' && type !== 'quiz')
    throw badRequest('unsupported poll type specified')
  const isQuiz = type === 'quiz'
  const solution = isQuiz ? await readSolution(call, options.length) : {}
  refusePollVoters(parameters)
  const media = await readNamedMedia(call, 'media')
  const isClosed = parameters.boolean('is_closed')
  const times = readPollTimes(parameters, emulator.clock.unixTime())
  const { id, optionIds } = makePollIds(options.length)
  const poll: PollState = {
    id,
    ...named('question', question),
    options: options.map(({ text, media: optionMedia }, index) => ({
      persistent_id: optionIds[index] ?? '',
      ...named('text', text),
      ...(optionMedia && { media: optionMedia }),
      voter_count: 0,
    })),
    total_voter_count: 0,
    ...(!isClosed && times),
    is_closed: isClosed,
    is_anonymous: !parameters.has('is_anonymous') || parameters.boolean('is_anonymous'),
    allows_multiple_answers: parameters.boolean('allows_multiple_answers'),
    allows_revoting: parameters.has('allows_revoting') ? parameters.boolean('allows_revoting') : !isQuiz,
    members_only: false,
    type: isQuiz ? 'quiz' : 'regular',
    ...solution,
  }
  return {
    record: {
      id,
      botId: bot.id,
      poll,
      ...(times && { openPeriod: times.open_period }),
      isShuffled: parameters.boolean('shuffle_options'),
      hidesResults: parameters.boolean('hide_results_until_closes'),
      places: {},
    },
    ofMessage: { ...(description.text !== '' && named('description', description)), ...(media && { media }) },
  }
}

/** The right options and why they are right. */
async function readSolution(call: BotApiCall, optionCount: number): Promise<Partial<PollState>> {
  const { text, entities } = quizExplanation(readNamed(call, 'explanation'))
  const media = await readNamedMedia(call, 'explanation_media')
  const ids = readCorrectOptions(call.parameters, optionCount)
  const [only] = ids
  return {
    ...(ids.length === 1 && only !== undefined && { correct_option_id: only }),
    correct_option_ids: ids,
    ...(text !== '' && { explanation: text, explanation_entities: entities }),
    ...(media && { explanation_media: media }),
  }
}

/** The text of a parameter with its parse mode or its entities. */
function readNamed({ parameters, emulator }: BotApiCall, name: string): FormattedText {
  const { [name]: text, [`${name}_parse_mode`]: parse_mode, [`${name}_entities`]: entities } = parameters.all
  return readFormatted(new Parameters({ text, parse_mode, entities }), (id) => emulator.store.people.get(id))
}

function readNamedMedia(call: BotApiCall, name: string): Promise<PollMedia | undefined> {
  return readPollMedia(call, call.parameters.json(name, 'InputPollMedia'), 'poll')
}

function named<Name extends string>(name: Name, { text, entities }: FormattedText) {
  return { [name]: text, ...(entities.length > 0 && { [`${name}_entities`]: entities }) } as Record<
    Name,
    string
  >
}
