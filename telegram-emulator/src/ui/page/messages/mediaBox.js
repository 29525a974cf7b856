const WIDEST = 420
const HIGHEST = 420
const NARROWEST = 160

/** The place of a picture or film, known before it is loaded, so that nothing moves when it comes. */
export function mediaBox(node, { width, height }) {
  const [wide, high] = width > 0 && height > 0 ? [width, height] : [16, 9]
  const shown = Math.min(WIDEST, (HIGHEST * wide) / high, width > 0 ? Math.max(width, NARROWEST) : WIDEST)
  node.style.width = `${Math.round(Math.max(shown, NARROWEST))}px`
  // Very long or very flat pictures are cut, as in Telegram.
  node.style.aspectRatio = String(Math.min(Math.max(wide / high, 0.4), 2.6))
  return node
}
