import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { apiRoutes } from '../../src/api/apiRoutes.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { findBarriers } from '../helpers/findBarriers.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startWeb } from '../helpers/startWeb.ts'

/** What is said in Russian and not marked so, or is marked so and said in English. */
const wronglyMarked = (page: Page) =>
  page.locator('body *').evaluateAll((elements) =>
    elements
      .map((element) => {
        const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        const texts = own.map(({ textContent }) => textContent)
        return { element, said: [...texts, element.ariaLabel, element.getAttribute('title')].join('').trim() }
      })
      .filter(({ said }) => said !== '')
      .filter(
        ({ element, said }) =>
          /[а-яё]/i.test(said) !== (element.closest<HTMLElement>('[lang]')?.lang === 'ru'),
      )
      .map(({ said }) => said),
  )

describe('the API’s document as a page', () => {
  const scene = adminScene(startWeb)

  it.each([
    ['desktop', desktop, 'light', 'en'],
    ['desktop', desktop, 'dark', 'ru'],
    ['phone', phone, 'light', 'ru'],
    ['phone', phone, 'dark', 'en'],
  ] as const)('should be read on a %s (%o), %s, %s', async (device, viewport, colorScheme, language) => {
    const { page, close } = await scene.open({ viewport, colorScheme, language })
    await page.goto('/docs')
    for (const { operationId } of apiRoutes) expect(await page.locator(`#${operationId}`).count()).toBe(1)
    await page.getByRole('navigation').getByRole('link', { name: 'Make a course' }).click()
    await page.locator('#createCourse').getByRole('link', { name: 'NewCourse' }).click()
    expect(new URL(page.url()).hash).toBe('#schema-NewCourse')
    expect(await sidewaysOverflow(page)).toEqual([])
    expect(await wronglyMarked(page)).toEqual([])
    await page.evaluate(() => scrollTo(0, 0))
    await keepPicture(page, `docs-${device}-${colorScheme}`)
    if (device === 'desktop') {
      // All of it takes seconds, and is of the same form.
      await page.locator('article:nth-of-type(n+3)').evaluateAll((all) => all.map((one) => one.remove()))
      expect(await findBarriers(page)).toEqual([])
    }
    await close()
  })
})
