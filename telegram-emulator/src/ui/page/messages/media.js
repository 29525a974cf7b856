/* global matchMedia */
import { element, icon } from '../dom.js'
import { formatDuration, formatSize } from '../format.js'
import { text } from '../strings.js'
import { mediaBox } from './mediaBox.js'
import { openViewer } from './viewer.js'

const SHARP_ENOUGH = 800

/** Where the bytes of a file are; a thumbnail is a file of its own. */
export const fileAddress = (file) => `/emulator/files/${encodeURIComponent(file.file_unique_id)}`

/** The Bot API lists a photo's sizes from the smallest, but nobody promises it. */
const bySize = (sizes) => [...sizes].sort((a, b) => a.width - b.width)

export function photo(sizes, { hasSpoiler, caption } = {}) {
  const sorted = bySize(sizes)
  const largest = sorted.at(-1)
  const shown = sorted.find(({ width }) => width >= SHARP_ENOUGH) ?? largest
  const image = element('img', {
    src: fileAddress(shown),
    alt: caption ?? text('photo'),
    loading: 'lazy',
    decoding: 'async',
  })
  const box = element(
    'button',
    {
      class: 'media photo',
      type: 'button',
      'data-file': largest.file_unique_id,
      'aria-label': text('openPhoto'),
      onclick: () => openViewer(fileAddress(largest), caption),
    },
    image,
  )
  image.addEventListener('error', () => giveUp(box, largest, text('photo')))
  return covered(mediaBox(box, largest), hasSpoiler)
}

/** A video, or an animation: looped and silent. */
export function video(file, { kind = 'video', hasSpoiler } = {}) {
  const isAnimation = kind === 'animation'
  const player = element('video', {
    src: fileAddress(file),
    controls: !isAnimation,
    loop: isAnimation,
    muted: isAnimation,
    autoplay: isAnimation && !matchMedia('(prefers-reduced-motion: reduce)').matches,
    playsInline: true,
    preload: 'metadata',
    'aria-label': text(kind),
  })
  if (file.thumbnail) player.poster = fileAddress(file.thumbnail)
  const box = element('div', { class: `media ${kind}`, 'data-file': file.file_unique_id }, player)
  if (isAnimation) {
    box.append(element('span', { class: 'length' }, text('animation')))
    player.addEventListener('click', () => (player.paused ? player.play() : player.pause()))
  } else if (file.duration) box.append(element('span', { class: 'length' }, formatDuration(file.duration)))
  player.addEventListener('error', () => giveUp(box, file, text(kind)))
  return covered(mediaBox(box, file), hasSpoiler)
}

/** A round video message; a press plays and stops it. */
export function videoNote(file) {
  const player = element('video', { src: fileAddress(file), playsInline: true, preload: 'metadata' })
  if (file.thumbnail) player.poster = fileAddress(file.thumbnail)
  const press = () => (player.paused ? player.play() : player.pause())
  const box = element(
    'button',
    {
      class: 'media video_note',
      type: 'button',
      'aria-label': text('video_note'),
      'data-file': file.file_unique_id,
      onclick: press,
    },
    player,
    element('span', { class: 'length' }, formatDuration(file.duration ?? 0)),
  )
  for (const type of ['play', 'pause', 'ended'])
    player.addEventListener(type, () => box.classList.toggle('playing', !player.paused))
  player.addEventListener('error', () => giveUp(box, file, text('video_note')))
  return box
}

export function documentCard(file, isProtected) {
  return fileCard(file, file.file_name ?? text('document'), formatSize(file.file_size), isProtected)
}

/** What the browser cannot play or show is still there to be saved. */
function giveUp(box, file, name) {
  const bubble = box.closest('.bubble.visual')
  bubble?.classList.remove('visual', 'captionless')
  bubble?.style.removeProperty('width')
  box.replaceWith(fileCard(file, file.file_name ?? name, text('unreadable')))
}

function fileCard(file, name, about, isProtected) {
  const card = [
    element('span', { class: 'card-icon' }, icon(isProtected ? 'file' : 'download')),
    element('span', { class: 'card-text' }, element('strong', {}, name), element('small', {}, about)),
  ]
  if (isProtected) return element('div', { class: 'card' }, card)
  return element('a', { class: 'card', href: fileAddress(file), download: name }, card)
}

export function sticker(file) {
  const source = fileAddress(file)
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
  if (file.is_video)
    return element('video', { class: 'sticker', src: source, autoplay: moves, loop: true, muted: true })
  // Animated stickers are Lottie files, which browsers do not draw: their emoji stands for them.
  if (file.is_animated) return element('div', { class: 'huge', role: 'img' }, file.emoji ?? '🖼')
  return element('img', { class: 'sticker', src: source, alt: file.emoji ?? text('sticker') })
}

/** Hides what is marked as a spoiler until it is tapped. */
function covered(node, hasSpoiler) {
  if (!hasSpoiler) return node
  const { file } = node.dataset
  const cover = element('button', { class: 'cover', type: 'button', 'aria-label': text('showMedia') })
  const box = element('div', { class: 'media covered', 'data-file': file }, node, cover)
  box.style.width = node.style.width
  delete node.dataset.file
  node.inert = true
  cover.addEventListener('click', () => {
    node.dataset.file = file
    node.inert = false
    box.replaceWith(node)
    node.focus()
  })
  return box
}
