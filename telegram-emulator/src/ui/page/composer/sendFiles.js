/* global URL, crypto */
import { element, icon } from '../dom.js'
import { formatSize } from '../format.js'
import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'
import { base64Of } from './base64Of.js'
import { filmDetails } from './filmDetails.js'

const PHOTOS = /^image\/(?:jpeg|png|webp|bmp)$/
/** What may stand in one album: pictures with films, files alone, songs alone. */
const ALBUMS = [['photo', 'video'], ['document'], ['audio']]
const MOST_IN_ALBUM = 10

/** As what Telegram sends a file unless it is to stay a file. */
function kindOf({ type }, isDocument) {
  if (isDocument) return 'document'
  if (PHOTOS.test(type)) return 'photo'
  if (type === 'image/gif') return 'animation'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'document'
}

/** Shows the files, asks for a caption, and gives each to `send({[kind]: {file_name, base64}, caption?, media_group?})`. */
export function sendFiles(files, { isDocument = false, send }) {
  if (files.length === 0) return
  const addresses = []
  const previews = files.map((file) => {
    if (kindOf(file, isDocument) !== 'photo') return fileRow(file)
    const address = URL.createObjectURL(file)
    addresses.push(address)
    return element('img', { src: address, alt: file.name })
  })
  const submit = async ({ caption }) => {
    const media_group = groupOf(files.map((file) => kindOf(file, isDocument)))
    for (const [index, file] of files.entries()) {
      const kind = kindOf(file, isDocument)
      const details = kind === 'video' ? await filmDetails(file) : {}
      await send({
        [kind]: { file_name: file.name, base64: await base64Of(file), ...details },
        ...(index === 0 && caption && { caption }),
        ...(media_group && { media_group }),
      })
    }
  }
  formDialog({
    title: text('sendFiles'),
    content: element('div', { class: 'previews' }, previews),
    fields: [{ name: 'caption', label: text('caption'), maxLength: 1024 }],
    submit,
    agree: text('send'),
    onClose: () => addresses.forEach((address) => URL.revokeObjectURL(address)),
  })
}

function groupOf(kinds) {
  const fits = ALBUMS.some((album) => kinds.every((kind) => album.includes(kind)))
  if (!fits || kinds.length < 2 || kinds.length > MOST_IN_ALBUM) return undefined
  // crypto.randomUUID() is there on safe origins only, and the page may be opened from a phone by http.
  return [...crypto.getRandomValues(new Uint32Array(4))].join('-')
}

const fileRow = (file) =>
  element(
    'div',
    { class: 'card' },
    element('span', { class: 'card-icon' }, icon('file')),
    element(
      'span',
      { class: 'card-text' },
      element('strong', {}, file.name),
      element('small', {}, formatSize(file.size)),
    ),
  )
