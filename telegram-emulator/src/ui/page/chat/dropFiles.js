import { element } from '../dom.js'
import { text } from '../strings.js'

/** Files that are dropped on the chat or pasted into it are given to `onFiles`, as long as `mayTake()`. */
export function dropFiles(node, { mayTake, onFiles }) {
  const sign = element('div', { class: 'drop-sign', hidden: true }, element('p', {}, text('dropFiles')))
  node.append(sign)
  const hasFiles = (event) => mayTake() && [...(event.dataTransfer?.types ?? [])].includes('Files')

  node.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    sign.hidden = false
  })
  node.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!node.contains(relatedTarget)) sign.hidden = true
  })
  node.addEventListener('drop', (event) => {
    sign.hidden = true
    if (!hasFiles(event)) return
    event.preventDefault()
    onFiles([...event.dataTransfer.files])
  })
  node.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || !mayTake()) return
    event.preventDefault()
    onFiles(files)
  })
}
