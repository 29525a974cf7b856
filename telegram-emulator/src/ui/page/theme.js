/* global document, localStorage */

const KEY = 'emulator.theme'
const ORDER = ['system', 'light', 'dark']

const chosen = () => localStorage.getItem(KEY) ?? 'system'

export function applyTheme() {
  document.documentElement.dataset.theme = chosen()
}

/** From the system's theme to light, to dark, and round again. */
export function turnTheme() {
  localStorage.setItem(KEY, ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length])
  applyTheme()
}
