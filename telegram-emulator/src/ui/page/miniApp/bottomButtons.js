import { element } from '../dom.js'

const HEX_COLOR = /^#[0-9a-f]{6}$/i
const PLACES = ['left', 'right', 'top', 'bottom']

/** The main and the secondary button below a Mini App. `onPress` gets the event that the app is told. */
export function createBottomButtons(onPress) {
  const main = hiddenButton(() => onPress('main_button_pressed'))
  const secondary = hiddenButton(() => onPress('secondary_button_pressed'))
  const node = element('footer', { 'data-place': 'left' }, secondary, main)

  return {
    node,
    /** What is not named stays as it was. */
    set(which, given) {
      change(which === 'main' ? main : secondary, given)
      // Where the secondary button stands beside the main one.
      if (PLACES.includes(given.position)) node.dataset.place = given.position
    },
  }
}

function hiddenButton(onclick) {
  const node = element('button', { type: 'button', onclick })
  node.hidden = true
  return node
}

function change(node, given) {
  if (given.text !== undefined) node.textContent = given.text
  if (given.is_visible !== undefined) node.hidden = !given.is_visible || !node.textContent
  if (given.is_active !== undefined) node.disabled = !given.is_active
  if (given.is_progress_visible !== undefined) node.ariaBusy = String(given.is_progress_visible)
  if (given.has_shine_effect !== undefined) node.classList.toggle('shining', Boolean(given.has_shine_effect))
  if (HEX_COLOR.test(given.color ?? '')) node.style.background = given.color
  if (HEX_COLOR.test(given.text_color ?? '')) node.style.color = given.text_color
}
