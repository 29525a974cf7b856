import { element } from '../dom.js'
import { text } from '../strings.js'

/** What the two put on a message; the person's own reactions are buttons that take them back. */
export function reactionLine(message, { onReact }, { bot = [], person = [] } = {}) {
  if (bot.length + person.length === 0) return undefined
  // Custom emoji are pictures that only Telegram has.
  const shown = (reaction) => reaction.emoji ?? '⭐'
  return element(
    'div',
    { class: 'reactions' },
    bot.map((reaction) => element('span', {}, shown(reaction))),
    person.map((reaction) =>
      element(
        'button',
        {
          type: 'button',
          'aria-label': text('removeReaction', { emoji: shown(reaction) }),
          onclick: () => onReact(message, reaction.emoji),
        },
        shown(reaction),
      ),
    ),
  )
}
