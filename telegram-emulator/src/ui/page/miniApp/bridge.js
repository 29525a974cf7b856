/* global navigator, window */
import { confirmDialog } from '../overlays.js'
import { cloudStorage } from './cloudStorage.js'
import { askText, askPopup } from './dialogs.js'
import { createSharing } from './sharing.js'
import { word } from './words.js'

/** What this client cannot do is answered as clients answer that cannot. */
const UNSUPPORTED = {
  web_app_add_to_home_screen: ['home_screen_failed', { error: 'UNSUPPORTED' }],
  web_app_biometry_get_info: ['biometry_info_received', { available: false }],
  web_app_check_home_screen: ['home_screen_checked', { status: 'unsupported' }],
  web_app_request_emoji_status_access: ['emoji_status_access_requested', { status: 'cancelled' }],
  web_app_set_emoji_status: ['emoji_status_failed', { error: 'UNSUPPORTED' }],
  web_app_start_accelerometer: ['accelerometer_failed', { error: 'UNSUPPORTED' }],
  web_app_start_device_orientation: ['device_orientation_failed', { error: 'UNSUPPORTED' }],
  web_app_start_gyroscope: ['gyroscope_failed', { error: 'UNSUPPORTED' }],
}

/** Nothing answers these; the log of events shows that they came. */
const ONLY_LOGGED = new Set([
  'iframe_ready',
  'web_app_hide_keyboard',
  'web_app_setup_swipe_behavior',
  'web_app_share_to_story',
  'web_app_toggle_orientation_lock',
  'web_app_trigger_haptic_feedback',
])

/**
 * Answers the events of a Mini App as Telegram's web clients do. `sheet` is the window around it; `send(type, data)`
 * tells the app something; `label` is the text of the key that opened it, if one did.
 * @returns a function of an event's type and data that tells whether the event is known
 */
export function createBridge({ bot, person, label, sheet, send }) {
  const storage = cloudStorage(bot, person)
  const sharing = createSharing({ bot, person, label, sheet, send })
  const tellViewport = () =>
    send('viewport_changed', { ...sheet.size(), is_expanded: true, is_state_stable: true })
  const tellInsets = (type) => send(type, { top: 0, bottom: 0, left: 0, right: 0 })

  /** The phone number that the person has shared is told when it is asked for. */
  function invoke(method, parameters) {
    return method === 'getRequestedContact' ? (sharing.contact() ?? '') : storage(method, parameters)
  }

  async function openLink(address) {
    if (!/^https?:/.test(address)) return
    if (await confirmDialog(word('openLink'), address, word('open')))
      window.open(address, '_blank', 'noopener,noreferrer')
  }

  const known = {
    iframe_will_reload: () => sheet.showLoading(),
    web_app_ready: () => sheet.hideLoading(),
    web_app_expand: tellViewport,
    web_app_request_viewport: tellViewport,
    web_app_request_theme: () => send('theme_changed', { theme_params: sheet.themeParams() }),
    web_app_request_safe_area: () => tellInsets('safe_area_changed'),
    web_app_request_content_safe_area: () => tellInsets('content_safe_area_changed'),
    web_app_request_fullscreen: () => sheet.setFullscreen(true),
    web_app_exit_fullscreen: () => sheet.setFullscreen(false),
    web_app_close: () => sheet.close(),
    web_app_setup_closing_behavior: ({ need_confirmation: isNeeded }) => sheet.confirmClosing(isNeeded),
    web_app_setup_main_button: (button) => sheet.setButton('main', button),
    web_app_setup_secondary_button: (button) => sheet.setButton('secondary', button),
    web_app_setup_back_button: ({ is_visible: isVisible }) => sheet.showBack(isVisible),
    web_app_setup_settings_button: ({ is_visible: isVisible }) => sheet.showSettings(isVisible),
    web_app_set_header_color: (color) => sheet.setColor('header', color),
    web_app_set_background_color: (color) => sheet.setColor('background', color),
    web_app_set_bottom_bar_color: (color) => sheet.setColor('bottom', color),
    web_app_open_popup: async (popup) => {
      const id = await askPopup(popup)
      send('popup_closed', id === undefined ? {} : { button_id: id })
    },
    web_app_open_scan_qr_popup: async ({ text }) => {
      const data = await askText(text || word('scan'))
      if (data) send('qr_text_received', { data })
      send('scan_qr_popup_closed', {})
    },
    web_app_request_phone: sharing.sharePhone,
    web_app_check_location: () =>
      send('location_checked', { available: true, access_requested: true, access_granted: true }),
    web_app_request_location: sharing.shareLocation,
    web_app_data_send: sharing.sendData,
    web_app_send_prepared_message: sharing.sendPrepared,
    web_app_request_file_download: sharing.download,
    web_app_open_link: ({ url }) => openLink(url),
    web_app_open_tg_link: ({ path_full: path }) => sheet.openTelegram(`https://t.me${path}`),
    // Payments are not emulated: an invoice cannot be paid here.
    web_app_open_invoice: ({ slug }) => send('invoice_closed', { slug, status: 'failed' }),
    web_app_request_write_access: async () => {
      const isAllowed = await confirmDialog(word('writeAccess'), `@${bot}`, word('allow'))
      send('write_access_requested', { status: isAllowed ? 'allowed' : 'cancelled' })
    },
    web_app_read_text_from_clipboard: async ({ req_id: id }) => {
      const data = await navigator.clipboard.readText().catch(() => null)
      send('clipboard_text_received', { req_id: id, data })
    },
    web_app_invoke_custom_method: ({ req_id: id, method, params }) => {
      try {
        send('custom_method_invoked', { req_id: id, result: invoke(method, params ?? {}) })
      } catch (error) {
        send('custom_method_invoked', { req_id: id, error: error.message })
      }
    },
  }

  return (type, data) => {
    if (Object.hasOwn(known, type)) {
      void known[type](data ?? {})
      return true
    }
    if (/^web_app_(device|secure)_storage_/.test(type)) {
      const kind = type.includes('_secure_') ? 'secure' : 'device'
      send(`${kind}_storage_failed`, { req_id: data?.req_id, error: 'UNSUPPORTED' })
      return true
    }
    if (Object.hasOwn(UNSUPPORTED, type)) send(...UNSUPPORTED[type])
    return Object.hasOwn(UNSUPPORTED, type) || ONLY_LOGGED.has(type)
  }
}
