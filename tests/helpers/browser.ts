import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'

const chromiumArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** What a page must never do: errors in its console (a broken content policy is one), failed requests. */
const watch = (page: Page, problems: string[]) => {
  page.on('pageerror', (error) => problems.push(`error on ${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`console of ${page.url()}: ${message.text()} ${message.location().url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`)
  })
}

/** What a page is looked at with, in which language, and as whom. */
export type Look = BrowserContextOptions & { language?: 'en' | 'ru'; token?: string }

/** A headless Chromium; every page has a profile of its own. */
export const startBrowser = async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: chromiumArgs,
  })
  return {
    open: async (
      options: Look & {
        baseURL: string
        /** Where everything is put that went wrong on the page. */
        problems: string[]
      },
    ) => {
      const { language = 'en', token, problems, ...contextOptions } = options
      const context = await browser.newContext({
        viewport: desktop,
        locale: language === 'ru' ? 'ru-RU' : 'en-US',
        reducedMotion: 'reduce',
        ...contextOptions,
      })
      context.setDefaultTimeout(60_000)
      const url = options.baseURL
      const cookies = [
        { name: 'payload-lng', value: language, url },
        ...(token === undefined ? [] : [{ name: 'payload-token', value: token, url, httpOnly: true }]),
      ]
      await context.addCookies(cookies)
      const page = await context.newPage()
      watch(page, problems)
      return { page, close: () => context.close() }
    },
    close: () => browser.close(),
  }
}

export type Browser = Awaited<ReturnType<typeof startBrowser>>

/** What sticks out to the right of the page, so that a person would have to scroll sideways. */
export const sidewaysOverflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > width + 1)
      .map((node) => `${node.tagName.toLowerCase()}.${node.className}`)
      .slice(0, 5)
  })
