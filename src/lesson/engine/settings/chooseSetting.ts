import type { LearnerSettings } from '../../../contracts/learnerSettings.ts'
import type { SettingChoice } from '../../../contracts/settingChoices.ts'
import type { Region } from '../../../contracts/timeZones.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { showSettings } from './showSettings.ts'

const hours = (from: number, to: number) => ({ quietFrom: from * 60, quietTo: to * 60 })

/** What a button changes at once. */
const changes: Partial<Record<SettingChoice, Partial<LearnerSettings>>> = {
  languageAuto: { locale: null },
  languageRu: { locale: 'ru' },
  languageEn: { locale: 'en' },
  remindersOn: { remindersEnabled: true },
  remindersOff: { remindersEnabled: false },
  quietNone: { quietFrom: null, quietTo: null },
  quiet21to9: hours(21, 9),
  quiet22to8: hours(22, 8),
  quiet22to9: hours(22, 9),
  quiet23to10: hours(23, 10),
}

const pages = { main: 'main', language: 'language', timeZone: 'timeZone', quietHours: 'quietHours' } as const

const isPage = (choice: SettingChoice): choice is keyof typeof pages => Object.hasOwn(pages, choice)

/** A button of the settings: leads to a page of them, or changes one. */
export const chooseSetting = (turn: Turn, choice: SettingChoice): AdvanceResult => {
  const { asked, ...rest } = turn.state
  const state = asked?.for === 'timeZone' ? rest : turn.state
  const here = { ...turn, state }
  const isInPlace = true as const
  if (isPage(choice)) return showSettings(here, { page: pages[choice], isInPlace })
  if (choice.startsWith('region:')) {
    const region = choice.slice('region:'.length) as Region
    return showSettings(here, { page: 'region', region, isInPlace })
  }
  if (choice.startsWith('zone:'))
    return showSettings(
      here,
      { page: 'main', note: 'zone', isInPlace },
      { timeZone: choice.slice('zone:'.length) },
    )
  if (choice === 'typeZone')
    return showSettings(
      { ...turn, state: { ...rest, asked: { for: 'timeZone', candidates: [] } } },
      { page: 'typing', isInPlace },
    )
  if (choice.startsWith('candidate')) {
    const zone =
      asked?.for === 'timeZone' ? asked.candidates[Number(choice.slice('candidate'.length))] : undefined
    if (zone === undefined) return answer(turn, { type: 'toast', key: 'buttonOutdated' })
    return showSettings(here, { page: 'main', note: 'zone', isInPlace }, { timeZone: zone })
  }
  return showSettings(here, { page: 'main', isInPlace }, changes[choice])
}
