/* global document, localStorage, matchMedia, CustomEvent */

const KEY = 'emulator.theme'

export const THEMES = ['system', 'light', 'dark']

const system = matchMedia('(prefers-color-scheme: dark)')

export function chosenTheme() {
  const chosen = localStorage.getItem(KEY)
  return THEMES.includes(chosen) ? chosen : 'system'
}

export const isDark = () => (chosenTheme() === 'system' ? system.matches : chosenTheme() === 'dark')

/** Whoever shows something in the colours of the page hears `themechange` on the document. */
export function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  document.dispatchEvent(new CustomEvent('themechange'))
}

export function chooseTheme(theme) {
  localStorage.setItem(KEY, theme)
  applyTheme()
}

system.addEventListener('change', applyTheme)
