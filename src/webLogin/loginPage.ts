import type { Locale } from '../contracts/locale.ts'
import { escapeHtml } from '../mail/escapeHtml.ts'

const style = `
:root { color-scheme: light dark; --text: #1c2b2a; --back: #f6f8f8; --card: #fff; --accent: #0f766e; --on: #fff }
@media (prefers-color-scheme: dark) {
  :root { --text: #e7efee; --back: #121a19; --card: #1b2625; --accent: #2dd4bf; --on: #06231f }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--back); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif }
main { box-sizing: border-box; width: min(28rem, calc(100vw - 2rem)); padding: 2rem; border-radius: 12px; background: var(--card) }
h1 { margin: 0 0 1rem; font-size: 1.3rem }
a { display: inline-block; padding: 0.6rem 1.1rem; border-radius: 8px; background: var(--accent); color: var(--on); text-decoration: none }
a:focus-visible { outline: 3px solid var(--text); outline-offset: 2px }`

/** A small page of its own for whoever comes from Telegram: it needs nothing of the admin. */
export const loginPage = (options: {
  locale: Locale
  title: string
  text: string
  link?: { href: string; label: string }
  /** Put in as it is. */
  more?: string
}): string => {
  const { locale, title, text, link, more = '' } = options
  const anchor = link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>` : ''
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Gongbu</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${anchor}</main>${more}</body>
</html>
`
}
