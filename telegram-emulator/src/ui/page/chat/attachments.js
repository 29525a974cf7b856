import { askForLocation } from '../actions/askForLocation.js'
import { api } from '../api.js'
import { pickFiles } from '../composer/pickFiles.js'
import { confirmDialog } from '../overlays.js'
import { text } from '../strings.js'

/** The menu of what can be sent besides text. `onFiles(files, {isDocument})` sends what was chosen. */
export function attachments({ bot, person, attempt, onFiles }) {
  const chat = [bot.username, person.id]
  const pick = async (options, isDocument) =>
    onFiles(await pickFiles({ multiple: true, ...options }), { isDocument })
  const shareContact = async () => {
    if (await confirmDialog(text('shareNumber'), `@${bot.username}`, text('share')))
      await attempt(() => api.send(...chat, { contact: true }))
  }
  return [
    {
      label: text('photoOrVideo'),
      icon: 'photo',
      onChoose: () => pick({ accept: 'image/*,video/*' }, false),
    },
    { label: text('document'), icon: 'file', onChoose: () => pick({}, true) },
    {
      label: text('location'),
      icon: 'pin',
      onChoose: () => askForLocation((location) => api.send(...chat, { location }), text('send')),
    },
    { label: text('contact'), icon: 'person', onChoose: shareContact },
  ]
}
