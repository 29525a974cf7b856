/* global URL, setTimeout */
import { element } from '../dom.js'

const PATIENCE_MS = 5000

/** Length and size of a film, as Telegram's apps tell them; nothing if the browser cannot read it. */
export function filmDetails(file) {
  const address = URL.createObjectURL(file)
  const film = element('video', { preload: 'metadata', src: address })
  const read = new Promise((resolve) => {
    film.addEventListener('loadedmetadata', () => {
      const { duration, videoWidth: width, videoHeight: height } = film
      resolve({ ...(Number.isFinite(duration) && { duration: Math.round(duration) }), width, height })
    })
    film.addEventListener('error', () => resolve({}))
    setTimeout(resolve, PATIENCE_MS, {})
  })
  return read.finally(() => URL.revokeObjectURL(address))
}
