/* global document, navigator, window */
import { api } from '../api.js'
import { alertDialog, confirmDialog, toast } from '../overlays.js'
import { text } from '../strings.js'
import { openTelegramLink, share, telegramLink } from './openTelegramLink.js'

/**
 * What the buttons of a chat do. `attempt` runs an action and shows why it failed; `onOpenBot(username, link)` opens
 * the chat of a t.me link; `onInsert(text)` puts text into the field.
 */
export function tapActions({ bot, person, attempt, onOpenBot, onInsert }) {
  const inline = (query) => `@${bot.username} ${query}`

  async function onTap(message, button) {
    if (button.copy_text) return copy(button.copy_text.text)
    if (button.web_app) return openWebApp(button)
    if (button.url) return openAddress(button.url, true)
    if (button.login_url) return openAddress(button.login_url.url, true)
    if (button.switch_inline_query_current_chat !== undefined)
      return onInsert(inline(button.switch_inline_query_current_chat))
    const chosen = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query
    if (chosen !== undefined || button.switch_inline_query_chosen_chat)
      return attempt(() => share(inline(chosen ?? ''), onOpenBot))
    if (!button.callback_data) return toast(text('notEmulated'))
    return tap(message, button.callback_data)
  }

  async function copy(words) {
    await navigator.clipboard.writeText(words)
    toast(text('copied'))
  }

  async function tap(message, data) {
    const once = () =>
      attempt(() => api.tap(bot.username, person.id, { message_id: message.message_id, data }))
    const isTwice = document.documentElement.dataset.tapTwice === 'true'
    const [answer] = await Promise.all(isTwice ? [once(), once()] : [once()])
    if (answer?.url) return openAddress(answer.url)
    if (answer?.text && answer.show_alert) void alertDialog(bot.name, answer.text)
    else if (answer?.text) toast(answer.text)
  }

  /** `kind` is the place that it is opened from: inline, menu, link or keyboard. */
  async function openWebApp({ web_app: app, text: label }, kind = 'inline', startParam = undefined) {
    const { openMiniApp } = await import('../miniApp/openMiniApp.js')
    return openMiniApp({
      bot: bot.username,
      person: person.id,
      url: app?.url,
      title: bot.name,
      kind,
      label,
      startParam,
      openTelegram: (address) => openAddress(address),
    })
  }

  /** Links into Telegram open here; others are shown first where their address is not what the person sees. */
  async function openAddress(address, isHidden = true) {
    const link = telegramLink(address)
    if (link && (await attempt(() => openTelegramLink(link, { person, onOpenBot })))) return
    const isWeb = /^https?:/i.test(address)
    const isWanted =
      (isWeb && !isHidden) || (await confirmDialog(text('openLink'), address, text(isWeb ? 'open' : 'close')))
    if (isWanted && isWeb) window.open(address, '_blank', 'noopener,noreferrer')
  }

  return { onTap, openWebApp, openAddress }
}
