/* global URL, FileReader */
import { element, icon } from '../dom.js'
import { formatSize } from '../format.js'
import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'

const PHOTOS = /^image\/(?:jpeg|png|webp|bmp)$/

/** As what Telegram sends a file unless it is to stay a file. */
function kindOf({ type }, isDocument) {
  if (isDocument) return 'document'
  if (PHOTOS.test(type)) return 'photo'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'document'
}

/** Shows the files, asks for a caption, and gives each to `send({[kind]: {file_name, base64}, caption?})`. */
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
    for (const [index, file] of files.entries()) {
      const content = { [kindOf(file, isDocument)]: { file_name: file.name, base64: await base64Of(file) } }
      await send(index === 0 && caption ? { ...content, caption } : content)
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

const fileRow = (file) =>
  element(
    'div',
    { class: 'card' },
    element('span', { class: 'card-icon' }, icon('file')),
    element('span', { class: 'card-text' }, element('strong', {}, file.name), formatSize(file.size)),
  )

export function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })
}
