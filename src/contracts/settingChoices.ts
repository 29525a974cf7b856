import { offeredZones, regions, type OfferedZone, type Region } from './timeZones.ts'

/** As many zones as a typed word may fit before it says too little. */
export const maxCandidates = 8

const plain = [
  'main',
  'language',
  'languageAuto',
  'languageRu',
  'languageEn',
  'timeZone',
  'typeZone',
  'remindersOn',
  'remindersOff',
  'quietHours',
  'quietNone',
  'quiet21to9',
  'quiet22to8',
  'quiet22to9',
  'quiet23to10',
  'candidate0',
  'candidate1',
  'candidate2',
  'candidate3',
  'candidate4',
  'candidate5',
  'candidate6',
  'candidate7',
] as const

export type SettingChoice = (typeof plain)[number] | `region:${Region}` | `zone:${OfferedZone}`

/**
 * What buttons of the settings ask for. Their places in this list stand in the buttons of people's chats (see
 * `callbackData`): a later one goes to its end.
 */
export const settingChoices = [
  ...plain,
  ...regions.map((region) => `region:${region}`),
  ...offeredZones.map((zone) => `zone:${zone}`),
] as [SettingChoice, ...SettingChoice[]]
