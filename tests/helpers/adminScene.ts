import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import { startBrowser, type Browser, type Look } from './browser.ts'

/**
 * What a `describe` of the admin begins with: the product, or its web process alone, a browser, and the rule that
 * nothing goes wrong on any page. Everything but `problems` is there from the first `beforeAll` on.
 * @param start startStack or startWeb
 */
export const adminScene = <Product extends { webUrl: string; stop: () => Promise<void> }>(
  start: () => Promise<Product>,
) => {
  /** What has gone wrong; what a test expects it takes out itself. */
  const problems: string[] = []
  let product: Product | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    product = await start()
    browser = await startBrowser()
  })
  afterEach(() => expect(problems.splice(0)).toEqual([]))
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const running = () => product ?? expect.fail('the product is not running yet')
  return {
    problems,
    get stack() {
      return running()
    },
    /** A page of the admin, or of another place if `baseURL` says so, in a profile of its own. */
    open: (look: Look = {}) =>
      (browser ?? expect.fail('there is no browser yet')).open({
        baseURL: running().webUrl,
        problems,
        ...look,
      }),
  }
}
