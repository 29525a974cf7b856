/* global navigator, MediaRecorder, File, setInterval, clearInterval */
import { pickFiles } from './pickFiles.js'
import { element, icon } from '../dom.js'
import { formatDuration } from '../format.js'
import { toast } from '../overlays.js'
import { text } from '../strings.js'

/** What browsers record, the format of Telegram's own voice messages first. */
const FORMATS = [
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
]

/**
 * Records a voice message in the place of the field and gives it to `onVoice(file, seconds)` unless it is cancelled.
 * Without a microphone the person chooses a file.
 */
export async function recordVoice(place, onVoice) {
  const stream = await openMicrophone()
  if (!stream) {
    const [file] = await pickFiles({ accept: 'audio/*' })
    if (file) await onVoice(file)
    return
  }
  const [type, extension] = FORMATS.find(([format]) => MediaRecorder.isTypeSupported(format)) ?? ['', 'webm']
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {})
  const chunks = []
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
  recorder.start()
  const { isWanted, seconds } = await askWhenDone(place)
  recorder.stop()
  await stopped
  for (const track of stream.getTracks()) track.stop()
  if (isWanted) await onVoice(new File(chunks, `voice.${extension}`, { type: recorder.mimeType }), seconds)
}

async function openMicrophone() {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return undefined
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch {
    toast(text('noMicrophone'))
    return undefined
  }
}

function askWhenDone(place) {
  return new Promise((resolve) => {
    const started = Date.now()
    const seconds = () => (Date.now() - started) / 1000
    const time = element('span', { class: 'record-time', role: 'timer' }, formatDuration(0))
    const timer = setInterval(() => (time.textContent = formatDuration(seconds())), 250)
    const end = (isWanted) => {
      clearInterval(timer)
      bar.remove()
      resolve({ isWanted, seconds: Math.max(1, Math.round(seconds())) })
    }
    const stop = element(
      'button',
      { class: 'round send', type: 'button', 'aria-label': text('sendVoice'), onclick: () => end(true) },
      icon('send'),
    )
    const bar = element(
      'div',
      { class: 'recording' },
      element('span', { class: 'record-dot', 'aria-hidden': 'true' }),
      time,
      element('button', { class: 'quiet', type: 'button', onclick: () => end(false) }, text('cancel')),
      stop,
    )
    bar.addEventListener('keydown', (event) => event.key === 'Escape' && end(false))
    place.append(bar)
    stop.focus()
  })
}
