import type { BotCommand } from '@grammyjs/types'

import type { BotRecord, Person } from './types.ts'

const SCOPES = ['chat', 'all_private_chats', 'default']

/** The commands that a person sees: narrower scopes come before wider ones, their language before none. */
export function shownCommands(bot: BotRecord, person: Person): BotCommand[] {
  const language = person.language_code?.slice(0, 2) ?? ''
  for (const type of SCOPES) {
    for (const code of new Set([language, ''])) {
      const list = bot.commands.find(
        ({ scope, language_code }) =>
          scope.type === type &&
          language_code === code &&
          (scope.type !== 'chat' || Number(scope.chat_id) === person.id),
      )
      if (list) return list.commands
    }
  }
  return []
}
