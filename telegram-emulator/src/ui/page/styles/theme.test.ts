import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = [...css.matchAll(/:root(?:\[data-theme='dark'\])? \{[^}]*\}/g)].map(
  ([rule]) => rule,
)

type Color = [red: number, green: number, blue: number]

/** A colour of a theme as it is seen on what lies below it. */
function seen(theme: string, name: string, below: Color = [255, 255, 255]): Color {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(theme)?.[1] ?? ''
  const hex = /^#(..)(..)(..)$/.exec(value)
  if (hex) return hex.slice(1).map((part) => parseInt(part, 16)) as Color
  const [red = 0, green = 0, blue = 0, percent = 100] = value.match(/\d+/g)?.map(Number) ?? []
  return [red, green, blue].map(
    (part, index) => (part * percent + (below[index] ?? 0) * (100 - percent)) / 100,
  ) as Color
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Color, other: Color): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const PAIRS = [
  ['text', 'surface'],
  ['text', 'surface-2'],
  ['text', 'incoming'],
  ['text', 'outgoing'],
  ['hint', 'surface'],
  ['hint', 'surface-2'],
  ['hint', 'incoming'],
  ['link', 'surface'],
  ['link', 'incoming'],
  ['danger', 'surface'],
  ['danger', 'incoming'],
  ['success', 'surface'],
  ['on-accent', 'accent'],
  ['out-time', 'outgoing'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s theme', (_name, theme) => {
  it.each(PAIRS)('should let %s be read on %s', (above, below) => {
    expect(contrast(seen(theme, above), seen(theme, below))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['key', 'day'])('should let white be read on %s over the wallpaper', (name) => {
    for (const wallpaper of ['wallpaper-1', 'wallpaper-2'])
      expect(contrast([255, 255, 255], seen(theme, name, seen(theme, wallpaper)))).toBeGreaterThanOrEqual(4.5)
  })
})
