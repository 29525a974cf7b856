/* global document, window, URL, URLSearchParams */
import { api } from '../api.js'
import { element, icon } from '../dom.js'
import { alertDialog, confirmDialog } from '../overlays.js'
import { isDark } from '../theme.js'
import { createBottomButtons } from './bottomButtons.js'
import { createBridge } from './bridge.js'
import { createJournal } from './journal.js'
import { word } from './words.js'

const HEX_COLOR = /^#[0-9a-f]{6}$/i
const WINDOW = { is_expanded: true, is_state_stable: true }

document.head.append(
  element('link', { rel: 'stylesheet', href: new URL('./miniApp.css', import.meta.url).href }),
)

/**
 * Opens a Mini App over the chat. `kind` is the place it is opened from: inline, menu, link or keyboard, where `label`
 * is the text of the button; without `url` it is that of the menu button; `startParam` comes from a link.
 * `openTelegram(address)` follows a t.me link of the app.
 */
export async function openMiniApp({ title, openTelegram = () => {}, label, ...place }) {
  const { bot, person } = place
  let address
  try {
    address = await launch(place)
  } catch (error) {
    return alertDialog(title, word('failed', { reason: error.message }))
  }
  const origin = new URL(address).origin
  const themeParams = () =>
    JSON.parse(new URLSearchParams(new URL(address).hash.slice(1)).get('tgWebAppThemeParams') ?? '{}')

  let mustConfirm = false
  const journal = createJournal()
  const send = (eventType, eventData = {}) => {
    journal.add(`← ${eventType}`, eventData)
    frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin)
  }
  const back = iconButton('back', 'back', () => send('back_button_pressed'))
  const settings = iconButton('settings', 'settings', () => send('settings_button_pressed'))
  const header = element(
    'header',
    {},
    back,
    element('h2', { id: 'mini-app-title' }, title),
    settings,
    iconButton('close', 'close', leave),
  )
  const loading = element('p', { class: 'mini-app-loading', role: 'status' }, word('loading'))
  const frame = element('iframe', {
    src: address,
    title,
    allow: 'camera; microphone; geolocation; clipboard-write; fullscreen',
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads',
  })
  const bottom = createBottomButtons(send)
  const dialog = element(
    'dialog',
    { class: 'mini-app', 'aria-labelledby': 'mini-app-title' },
    header,
    loading,
    frame,
    bottom.node,
    journal.node,
  )
  back.hidden = true
  settings.hidden = true

  async function leave() {
    if (!mustConfirm || (await confirmDialog(title, word('leave'), word('close')))) dialog.close()
  }

  const sheet = {
    size: () => ({ width: frame.clientWidth, height: frame.clientHeight }),
    themeParams,
    showLoading: () => (loading.hidden = false),
    hideLoading: () => (loading.hidden = true),
    setFullscreen(isFullscreen) {
      dialog.classList.toggle('fullscreen', isFullscreen)
      send('fullscreen_changed', { is_fullscreen: isFullscreen })
    },
    close: () => dialog.close(),
    confirmClosing: (isNeeded) => (mustConfirm = Boolean(isNeeded)),
    showBack: (isVisible) => (back.hidden = !isVisible),
    showSettings: (isVisible) => (settings.hidden = !isVisible),
    openTelegram(address) {
      // What it opens lies below: a phone's app makes room for it too.
      dialog.close()
      return openTelegram(address)
    },
    setButton: bottom.set,
    setColor(part, { color, color_key: key }) {
      const value = color ?? themeParams()[key]
      if (!HEX_COLOR.test(value ?? '')) return
      const node = { header, background: frame, bottom: bottom.node }[part]
      node.style.background = value
    },
  }
  const answer = createBridge({
    bot,
    person,
    label: place.kind === 'keyboard' ? label : undefined,
    sheet,
    send,
  })

  function onMessage(event) {
    if (event.source !== frame.contentWindow) return
    const { eventType, eventData } = parse(event.data)
    if (typeof eventType !== 'string') return
    const isKnown = answer(eventType, eventData)
    journal.add(isKnown ? `→ ${eventType}` : `→ ${eventType} (?)`, eventData)
  }
  const resized = new window.ResizeObserver(() => send('viewport_changed', { ...sheet.size(), ...WINDOW }))
  const onTheme = async () => {
    address = await launch(place)
    send('theme_changed', { theme_params: themeParams() })
  }

  window.addEventListener('message', onMessage)
  document.addEventListener('themechange', onTheme)
  frame.addEventListener('load', () => resized.observe(frame), { once: true })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    void leave()
  })
  dialog.addEventListener('close', () => {
    window.removeEventListener('message', onMessage)
    document.removeEventListener('themechange', onTheme)
    resized.disconnect()
    dialog.remove()
  })
  document.body.append(dialog)
  dialog.showModal()
}

/** The address with everything that the app is told, in the colours of the page. */
async function launch({ bot, person, url, kind, startParam }) {
  const { launch_url } = await api.initData({
    bot,
    person,
    kind,
    theme: isDark() ? 'dark' : 'light',
    ...(url && { url }),
    ...(startParam && { start_param: startParam }),
  })
  return launch_url
}

function iconButton(label, name, onclick) {
  const words = word(label)
  return element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words, title: words, onclick },
    icon(name),
  )
}

function parse(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}
