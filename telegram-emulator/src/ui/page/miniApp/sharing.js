import { askForLocation } from '../actions/askForLocation.js'
import { api } from '../api.js'
import { formDialog } from '../formDialog.js'
import { confirmDialog, showFailure } from '../overlays.js'
import { text } from '../strings.js'
import { word } from './words.js'

/** What a Mini App asks the person for: each answers with the event that the app is told. */
export function createSharing({ bot, person, label, sheet, send }) {
  let contact

  async function sharePhone() {
    if (!(await confirmDialog(text('shareNumber'), `@${bot}`, text('share'))))
      return send('phone_requested', { status: 'cancelled' })
    try {
      contact = (await api.sharePhone(bot, person)).contact
      send('phone_requested', { status: 'sent' })
    } catch (error) {
      showFailure(error)
      send('phone_requested', { status: 'cancelled' })
    }
  }

  function shareLocation() {
    let isShared = false
    const submit = ({ latitude, longitude }) => {
      isShared = true
      const unknown = {
        altitude: null,
        course: null,
        speed: null,
        course_accuracy: null,
        speed_accuracy: null,
      }
      const accuracy = { horizontal_accuracy: null, vertical_accuracy: null }
      send('location_requested', { available: true, latitude, longitude, ...unknown, ...accuracy })
    }
    askForLocation(submit, text('share'), () => {
      if (!isShared) send('location_requested', { available: false })
    })
  }

  /** The data goes to the bot and the app closes. */
  async function sendData({ data }) {
    if (label === undefined) return
    try {
      await api.webAppData(bot, person, label, String(data ?? ''))
      sheet.close()
    } catch (error) {
      showFailure(error)
    }
  }

  async function sendPrepared({ id }) {
    const bots = await api.bots()
    let outcome = ['prepared_message_failed', { error: 'USER_DECLINED' }]
    formDialog({
      title: text('shareTo'),
      fields: [
        { name: 'target', label: text('bots'), options: bots.map(({ username, name }) => [username, name]) },
      ],
      submit: async ({ target }) => {
        outcome = ['prepared_message_failed', { error: 'MESSAGE_SEND_FAILED' }]
        await api.sharePrepared(target, person, id)
        outcome = ['prepared_message_sent', {}]
      },
      agree: text('share'),
      onClose: () => send(...outcome),
    })
  }

  async function download({ url, file_name: name }) {
    const isWanted =
      /^https:/.test(url) && (await confirmDialog(word('download'), `${name}\n${url}`, word('open')))
    if (isWanted) globalThis.open(url, '_blank', 'noopener,noreferrer')
    send('file_download_requested', { status: isWanted ? 'downloading' : 'cancelled' })
  }

  return { sharePhone, shareLocation, sendData, sendPrepared, download, contact: () => contact }
}
