/* global matchMedia */
import { element, icon } from '../dom.js'
import { formatDuration, formatSize } from '../format.js'
import { text } from '../strings.js'

/** Where the bytes of a file are; a thumbnail is a file of its own. */
const fileAddress = (file) => `/emulator/files/${encodeURIComponent(file.file_unique_id)}`

/** The largest size comes last in a Bot API photo, but nobody promises it. */
const largest = (sizes) => sizes.reduce((best, size) => (size.width > best.width ? size : best))

export function photo(sizes, hasSpoiler) {
  const size = largest(sizes)
  const image = element('img', {
    src: fileAddress(size),
    alt: text('photo'),
    width: size.width,
    height: size.height,
    loading: 'lazy',
  })
  return covered(element('div', { class: 'media photo' }, image), hasSpoiler)
}

/** A video, an animation (looped, silent) or a round video note. */
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
  return covered(element('div', { class: `media ${kind}` }, player), hasSpoiler)
}

/** Music and voice messages: a title, if there is one, and a player. */
export function sound(file, label) {
  const title = [file.performer, file.title].filter(Boolean).join(' – ') || file.file_name || label
  const player = element('audio', {
    src: fileAddress(file),
    controls: true,
    preload: 'metadata',
    'aria-label': title,
  })
  const length = element('small', {}, formatDuration(file.duration ?? 0))
  return element(
    'div',
    { class: 'sound' },
    element('div', { class: 'sound-title' }, title, ' ', length),
    player,
  )
}

export function documentCard(file, isProtected) {
  const name = file.file_name ?? text('document')
  const card = [
    element('span', { class: 'card-icon' }, icon('file')),
    element('span', { class: 'card-text' }, element('strong', {}, name), formatSize(file.file_size)),
  ]
  if (isProtected) return element('div', { class: 'card' }, card)
  return element('a', { class: 'card', href: fileAddress(file), download: name }, card)
}

export function sticker(file) {
  const source = fileAddress(file)
  if (file.is_video)
    return element('video', { class: 'sticker', src: source, autoplay: true, loop: true, muted: true })
  // Animated stickers are Lottie files, which browsers do not draw: their emoji stands for them.
  if (file.is_animated) return element('div', { class: 'huge', role: 'img' }, file.emoji ?? '🖼')
  return element('img', { class: 'sticker', src: source, alt: file.emoji ?? text('sticker') })
}

/** Hides what is marked as a spoiler until it is tapped. */
function covered(node, hasSpoiler) {
  if (!hasSpoiler) return node
  node.classList.add('covered')
  const cover = element('button', { class: 'cover', type: 'button', 'aria-label': text('showMedia') })
  cover.addEventListener('click', () => {
    node.classList.remove('covered')
    cover.remove()
  })
  node.append(cover)
  return node
}
