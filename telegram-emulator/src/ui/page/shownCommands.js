/** The commands that a person sees: narrower scopes before wider ones, their language before the default. */
export function shownCommands(bot, person) {
  const code = person.language_code?.slice(0, 2) ?? ''
  for (const type of ['chat', 'all_private_chats', 'default']) {
    for (const wanted of [code, '']) {
      const found = bot.commands.find(
        ({ scope, language_code }) =>
          scope.type === type && language_code === wanted && (type !== 'chat' || scope.chat_id === person.id),
      )
      if (found) return found.commands
    }
  }
  return []
}
