/* global EventSource, setTimeout */

const AGAIN_MS = 2000

/** Follows what happens; `onOpen` also runs after a lost connection is back. */
export function followEvents({ onOpen, onEvent, onLost }) {
  const source = new EventSource('/emulator/events')
  source.addEventListener('open', onOpen)
  source.addEventListener('error', () => {
    onLost()
    // A browser tries again by itself unless it was answered with an error, such as a proxy's.
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => followEvents({ onOpen, onEvent, onLost }), AGAIN_MS)
  })
  source.addEventListener('message', (event) => onEvent(JSON.parse(event.data)))
}
