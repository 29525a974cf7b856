import type { SettingChoice } from '../../src/contracts/settingChoices.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import type { Deed } from './deed.ts'
import type { Person } from './makePeople.ts'
import type { Memory } from './memory.ts'
import { tapNewest } from './tapNewest.ts'

type Stage = { choice: SettingChoice } | { text: string }

const stagesOf = ({ habits }: Person): Stage[] => {
  const zone: Stage[] = [{ choice: 'timeZone' }, { choice: 'typeZone' }, { text: habits.zone }]
  const quiet: Stage[] = [{ choice: 'quietHours' }, { choice: 'quiet22to8' }]
  const wished = [...(habits.tellsZone ? zone : []), ...(habits.tellsQuiet ? quiet : [])]
  return wished.length === 0 ? [] : [{ text: '/settings' }, ...wished]
}

/** In their second sitting, some say where they live and when they sleep. Null: nothing (more) to say. */
export const tellSettings = (
  messages: readonly ChatMessage[],
  person: Person,
  memory: Memory,
): Deed | null => {
  const stage = memory.sittings < 2 ? undefined : stagesOf(person)[memory.settings]
  if (stage === undefined) return null
  memory.settings += 1
  if ('text' in stage) return { type: 'send', message: stage.text }
  return tapNewest(messages, (tap) => tap.action === 'set' && tap.choice === stage.choice)
}
