/** What sites put into an address to follow a reader around. */
const tracking = /^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|_hsenc|_hsmi)$/

const unwrapped = (url: URL): URL => {
  const isRedirect = /^(www\.)?google\.\w+$/.test(url.hostname) && url.pathname === '/url'
  const target = isRedirect ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : null
  if (target !== null && URL.canParse(target)) return new URL(target)
  // The player of a video is no page.
  const [, video] = /^\/embed\/([\w-]+)/.exec(url.pathname) ?? []
  if (video && /(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname))
    return new URL(`https://www.youtube.com/watch?v=${video}`)
  return url
}

/** An address that a chat can link to, without what follows its reader around; null for any other. */
export const cleanAddress = (address: string): string | null => {
  const text = address.trim().replace(/^\/\//, 'https://')
  if (/^(mailto:|tg:)\S+$/i.test(text)) return text
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = unwrapped(new URL(text))
  if (!/^https?:$/.test(url.protocol)) return null
  const names = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  // What is clean stays as it was written.
  if (names.length === 0) return url.href === new URL(text).href ? text : url.href
  for (const name of names) url.searchParams.delete(name)
  return url.href
}
