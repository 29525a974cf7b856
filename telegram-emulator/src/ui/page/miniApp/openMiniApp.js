/* global document, fetch, matchMedia, window, URL, URLSearchParams */
import { element, icon } from '../dom.js'
import { alertDialog, confirmDialog } from '../overlays.js'
import { createBridge } from './bridge.js'
import { word } from './words.js'

const HEX_COLOR = /^#[0-9a-f]{6}$/i
const MOST_LOGGED = 200

document.head.append(
  element('link', { rel: 'stylesheet', href: new URL('./miniApp.css', import.meta.url).href }),
)

const isDark = () => {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme === 'dark'
  return matchMedia('(prefers-color-scheme: dark)').matches
}

async function launch({ bot, person, url, kind }) {
  const theme = isDark() ? 'dark' : 'light'
  const response = await fetch(
    `/emulator/init-data?${new URLSearchParams({ bot, person, url, kind, theme })}`,
  )
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer.launch_url
}

/**
 * Opens a Mini App over the chat. `kind` is the place it is opened from: inline, menu, link or keyboard;
 * `openTelegram(address)` follows a t.me link of the app.
 */
export async function openMiniApp({ bot, person, url, title, kind, openTelegram = () => {} }) {
  let address
  try {
    address = await launch({ bot, person, url, kind })
  } catch (error) {
    return alertDialog(title, word('failed', { reason: error.message }))
  }
  const origin = new URL(address).origin
  const themeParams = () =>
    JSON.parse(new URLSearchParams(new URL(address).hash.slice(1)).get('tgWebAppThemeParams') ?? '{}')

  let mustConfirm = false
  const button = (label, name, onclick) =>
    element(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick },
      icon(name),
    )
  const send = (eventType, eventData = {}) => {
    log(`← ${eventType}`, eventData)
    frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin)
  }
  const back = button(word('back'), 'back', () => send('back_button_pressed'))
  const settings = button(word('settings'), 'menu', () => send('settings_button_pressed'))
  const header = element(
    'header',
    {},
    back,
    element('h2', {}, title),
    settings,
    button(word('close'), 'close', () => leave()),
  )
  const loading = element('p', { class: 'mini-app-loading', role: 'status' }, word('loading'))
  const frame = element('iframe', {
    src: address,
    title,
    allow: 'camera; microphone; geolocation; clipboard-write; fullscreen',
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads',
  })
  const buttons = {
    main: element('button', { type: 'button', hidden: true, onclick: () => send('main_button_pressed') }),
    secondary: element('button', {
      type: 'button',
      hidden: true,
      onclick: () => send('secondary_button_pressed'),
    }),
  }
  const bottom = element('footer', {}, buttons.secondary, buttons.main)
  const events = element('ol', {})
  const journal = element('details', { class: 'mini-app-log' }, element('summary', {}, word('log')), events)
  const dialog = element('dialog', { class: 'mini-app' }, header, loading, frame, bottom, journal)
  back.hidden = true
  settings.hidden = true

  function log(type, data) {
    events.append(element('li', {}, `${type} ${JSON.stringify(data ?? {})}`))
    while (events.childElementCount > MOST_LOGGED) events.firstElementChild.remove()
  }

  async function leave() {
    if (!mustConfirm || (await confirmDialog(title, word('leave'), word('close')))) dialog.close()
  }

  const sheet = {
    size: () => ({ width: frame.clientWidth, height: frame.clientHeight }),
    themeParams,
    showLoading: () => (loading.hidden = false),
    hideLoading: () => (loading.hidden = true),
    setFullscreen: (isFullscreen) => {
      dialog.classList.toggle('fullscreen', isFullscreen)
      send('fullscreen_changed', { is_fullscreen: isFullscreen })
    },
    close: () => dialog.close(),
    confirmClosing: (isNeeded) => (mustConfirm = Boolean(isNeeded)),
    showBack: (isVisible) => (back.hidden = !isVisible),
    showSettings: (isVisible) => (settings.hidden = !isVisible),
    openTelegram,
    setButton: (which, given) => {
      const node = buttons[which]
      // What is not named stays as it was.
      if (given.text !== undefined) node.textContent = given.text
      if (given.is_visible !== undefined) node.hidden = !given.is_visible || !node.textContent
      if (given.is_active !== undefined) node.disabled = !given.is_active
      if (given.is_progress_visible !== undefined) node.ariaBusy = String(given.is_progress_visible)
      if (HEX_COLOR.test(given.color ?? '')) node.style.background = given.color
      if (HEX_COLOR.test(given.text_color ?? '')) node.style.color = given.text_color
    },
    setColor: (part, { color, color_key: key }) => {
      const value = color ?? themeParams()[key]
      if (!HEX_COLOR.test(value ?? '')) return
      const node = { header, background: frame, bottom }[part]
      node.style.background = value
    },
  }
  const answer = createBridge({ bot, person, sheet, send })

  function onMessage(event) {
    if (event.source !== frame.contentWindow) return
    let message
    try {
      message = JSON.parse(event.data)
    } catch {
      return
    }
    const { eventType, eventData } = message ?? {}
    if (typeof eventType !== 'string') return
    const isKnown = answer(eventType, eventData)
    log(isKnown ? `→ ${eventType}` : `→ ${eventType} (?)`, eventData)
  }
  const resized = new window.ResizeObserver(() =>
    send('viewport_changed', { ...sheet.size(), is_expanded: true, is_state_stable: true }),
  )
  const schemes = matchMedia('(prefers-color-scheme: dark)')
  const onScheme = async () => {
    address = await launch({ bot, person, url, kind })
    send('theme_changed', { theme_params: themeParams() })
  }

  window.addEventListener('message', onMessage)
  schemes.addEventListener('change', onScheme)
  frame.addEventListener('load', () => resized.observe(frame), { once: true })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    void leave()
  })
  dialog.addEventListener('close', () => {
    window.removeEventListener('message', onMessage)
    schemes.removeEventListener('change', onScheme)
    resized.disconnect()
    dialog.remove()
  })
  document.body.append(dialog)
  dialog.showModal()
}
