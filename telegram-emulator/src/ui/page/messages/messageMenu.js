/* global navigator */
import { now } from '../clock.js'
import { toast } from '../overlays.js'
import { text } from '../strings.js'

const QUICK_REACTIONS = ['👍', '❤', '🔥', '🎉', '🤔', '👎']
const EDITABLE_S = 48 * 3600

/** Whether the person may still change what they wrote. */
export const isEditable = (message) =>
  !message.from.is_bot &&
  (message.text !== undefined || message.caption !== undefined) &&
  !message.forward_origin &&
  now() / 1000 - message.date < EDITABLE_S

/** What can be done with a message: {items, reactions} for openMenu. */
export function messageMenu(message, { onReply, onEdit, onDelete, onReact }) {
  const body = message.text ?? message.caption
  const copy = async () => {
    await navigator.clipboard.writeText(body)
    toast(text('copied'))
  }
  const items = [
    { label: text('reply'), icon: 'reply', onChoose: () => onReply(message) },
    body && !message.has_protected_content && { label: text('copy'), icon: 'copy', onChoose: copy },
    isEditable(message) && { label: text('editAction'), icon: 'edit', onChoose: () => onEdit(message) },
    {
      label: text('deleteMessage'),
      icon: 'trash',
      isDangerous: true,
      onChoose: () => onDelete(message),
    },
  ]
  return {
    items: items.filter(Boolean),
    reactions: { emoji: QUICK_REACTIONS, onChoose: (emoji) => onReact(message, emoji) },
  }
}
