import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds on a page that keeps somebody from using it: the rule, and where it is broken. */
export const findBarriers = async (page: Page): Promise<string[]> => {
  // Not as a script element: the content security policy would refuse it.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  )
}
