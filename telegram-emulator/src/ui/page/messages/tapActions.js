/* global document, navigator, window, URL */
import { api } from '../api.js'
import { alertDialog, confirmDialog, toast } from '../overlays.js'
import { text } from '../strings.js'

/**
 * What the buttons of a chat do. `attempt` runs an action and shows why it failed; `onOpenBot(username, payload)`
 * opens the chat of a t.me link.
 */
export function tapActions({ bot, person, attempt, onOpenBot }) {
  async function onTap(message, button) {
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text)
      return toast(text('copied'))
    }
    if (button.web_app) return openWebApp(button)
    if (button.url) return openAddress(button.url)
    if (!button.callback_data) return toast(text('notEmulated'))
    const tap = () =>
      attempt(() =>
        api.tap(bot.username, person.id, { message_id: message.message_id, data: button.callback_data }),
      )
    const isTwice = document.documentElement.dataset.tapTwice === 'true'
    const [answer] = await Promise.all(isTwice ? [tap(), tap()] : [tap()])
    if (answer?.url) return openAddress(answer.url)
    if (answer?.text && answer.show_alert) void alertDialog(bot.name, answer.text)
    else if (answer?.text) toast(answer.text)
  }

  /** `kind` is the place that it is opened from: inline, menu or keyboard. */
  async function openWebApp(button, kind = 'inline') {
    // Written apart from the page, so that the chat works where it is absent.
    const miniApp = await import('../miniApp/openMiniApp.js').catch(() => undefined)
    if (!miniApp) return alertDialog(bot.name, text('noMiniApp'))
    return miniApp.openMiniApp({
      bot: bot.username,
      person: person.id,
      url: button.web_app.url,
      title: bot.name,
      kind,
    })
  }

  async function openAddress(address) {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url?.hostname === 't.me' && url.pathname.startsWith('/newbot/')) return createManagedBot(url)
    if (url?.hostname === 't.me' && /^\/\w+$/.test(url.pathname))
      return onOpenBot(url.pathname.slice(1), url.searchParams.get('start') ?? undefined)
    const isWeb = /^https?:$/.test(url?.protocol ?? '')
    if (await confirmDialog(text('openLink'), address, isWeb ? text('open') : text('close'))) {
      if (isWeb) window.open(address, '_blank', 'noopener,noreferrer')
    }
  }

  /** t.me/newbot/<manager>/<username>?name=<name>: the person lets the manager have a bot. */
  async function createManagedBot(url) {
    const [manager, username] = url.pathname.split('/').slice(2)
    const name = url.searchParams.get('name') ?? username
    if (!(await confirmDialog(text('createManaged'), `${name} @${username}`, text('create')))) return
    await attempt(() => api.createManagedBot({ manager, person: person.id, username, name }))
  }

  return { onTap, openWebApp }
}
