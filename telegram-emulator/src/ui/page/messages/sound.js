/* global CustomEvent */
import { element, icon } from '../dom.js'
import { formatDuration } from '../format.js'
import { text } from '../strings.js'
import { fileAddress } from './media.js'

const SPEEDS = [1, 1.5, 2]
const BARS = 36

let playing

/** A voice message: bars and a speed. */
export function voice(file) {
  const speed = element('button', { class: 'speed', type: 'button', 'aria-label': text('speed') }, '1×')
  const { node, audio, seek } = player(file, text('voice'))
  speed.addEventListener('click', () => {
    const next = SPEEDS[(SPEEDS.indexOf(audio.playbackRate) + 1) % SPEEDS.length]
    audio.playbackRate = next
    speed.textContent = `${next}×`
  })
  const bars = element('span', { class: 'bars', 'aria-hidden': 'true' }, barsOf(file.file_unique_id))
  seek.before(bars)
  seek.addEventListener('shown', ({ detail: share }) => {
    ;[...bars.children].forEach((bar, index) => bar.classList.toggle('on', index < share * BARS))
  })
  node.querySelector('.sound-line').append(speed)
  return node
}

/** Music: who plays what. */
export function audio(file) {
  const title = file.title ?? file.file_name ?? text('audio')
  const { node } = player(file, [file.performer, title].filter(Boolean).join(' – '))
  node
    .querySelector('.sound-body')
    .prepend(
      element('strong', {}, title),
      file.performer ? element('span', { class: 'performer' }, file.performer) : '',
    )
  return node
}

/** The Bot API tells no waveform: bars that are always the same for a file. */
function barsOf(id) {
  let seed = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  return Array.from({ length: BARS }, () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    const bar = element('i', {})
    bar.style.height = `${20 + (seed >>> 24) / 3.2}%`
    return bar
  })
}

function player(file, label) {
  // Loaded when it is played: a chat may have hundreds. It stops when its message goes.
  const audio = element('audio', { preload: 'none', src: fileAddress(file) })
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : (file.duration ?? 0))
  const time = element('span', { class: 'sound-time' }, formatDuration(length()))
  const seek = element('input', {
    class: 'seek',
    type: 'range',
    min: 0,
    max: 1000,
    value: 0,
    'aria-label': text('position'),
  })
  const button = element('button', { class: 'play', type: 'button', onclick: press }, icon('play'))
  const problem = element('small', { class: 'problem', role: 'status' })
  const node = element(
    'div',
    { class: 'sound', role: 'group', 'aria-label': label, 'data-file': file.file_unique_id },
    audio,
    button,
    element(
      'div',
      { class: 'sound-body' },
      element('div', { class: 'seek-place' }, seek),
      element('div', { class: 'sound-line' }, time),
      problem,
    ),
  )

  function press() {
    if (!audio.paused) return audio.pause()
    playing?.pause()
    playing = audio
    problem.textContent = ''
    audio.play().catch(() => (problem.textContent = text('unplayable')))
  }

  function show() {
    const share = length() > 0 ? audio.currentTime / length() : 0
    seek.value = String(Math.round(share * 1000))
    seek.style.setProperty('--share', `${share * 100}%`)
    seek.setAttribute('aria-valuetext', formatDuration(audio.currentTime))
    time.textContent = formatDuration(audio.currentTime > 0 ? audio.currentTime : length())
    seek.dispatchEvent(new CustomEvent('shown', { detail: share }))
  }

  function showState() {
    const isPlaying = !audio.paused
    button.replaceChildren(icon(isPlaying ? 'pause' : 'play'))
    button.setAttribute('aria-label', text(isPlaying ? 'pause' : 'play'))
  }

  for (const type of ['play', 'pause']) audio.addEventListener(type, showState)
  for (const type of ['timeupdate', 'durationchange']) audio.addEventListener(type, show)
  audio.addEventListener('ended', () => {
    audio.currentTime = 0
    show()
  })
  seek.addEventListener('input', () => {
    audio.currentTime = (Number(seek.value) / 1000) * length()
    show()
  })
  showState()
  return { node, audio, seek }
}
