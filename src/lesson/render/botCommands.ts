import type { BotCommand } from '@grammyjs/types'

import type { Locale } from '../../contracts/locale.ts'
import { formatText } from './texts/formatText.ts'

const commands = {
  start: 'commandStart',
  contents: 'commandContents',
  bookmarks: 'commandBookmarks',
  progress: 'commandProgress',
  resume: 'commandResume',
  settings: 'commandSettings',
  rate: 'commandRate',
  restart: 'commandRestart',
  delete_me: 'commandDeleteMe',
  help: 'commandHelp',
} as const

/** The commands of a course bot, for setMyCommands. */
export const botCommands = (locale: Locale): BotCommand[] =>
  Object.entries(commands).map(([command, key]) => ({
    command,
    description: formatText(locale, key, {}).text,
  }))
