import type { Locator, Page, Response } from 'playwright-core'

/**
 * Opens a page of the admin and waits until it knows who is signed in: it forgets links that are followed
 * earlier.
 */
export const openAdmin = async (page: Page, path: string): Promise<void> => {
  // From here on nothing is answered to the page before it.
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForResponse((response) => response.url().includes('/api/users/me'))
  await page.waitForLoadState()
}

/**
 * Writes into a field and waits until the server has seen it. What the server says of the form as it was before a
 * refusal would take the refusal's marks away; and a change within 250 ms before it answers to an earlier one is not
 * sent at all, so that no field appears that depends on it (Payload's Form, MERGE_SERVER_STATE).
 */
export const fillAndSettle = async (field: Locator, text: string): Promise<void> => {
  const written = JSON.stringify(text)
  const isSeen = field.page().waitForResponse((response) => {
    const request = response.request()
    return request.method() === 'POST' && request.postData()?.includes(written) === true
  })
  await field.fill(text)
  await isSeen
}

/** Saves the document that is open, and says what the server answers. */
export const saveDocument = async (page: Page, slug: 'courses' | 'steps'): Promise<Response> => {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes(`/api/${slug}`),
  )
  await page.locator('#action-save:visible').last().click()
  return answer
}

/** The titles in the course page's table, from top to bottom. */
export const stepTitles = async (page: Page): Promise<string[]> =>
  (await page.locator('#field-steps tbody td.cell-title').allTextContents()).map((title) => title.trim())

/** Opens a course and waits until its steps and panels are there. */
export const openCourse = async (page: Page, path: string): Promise<void> => {
  await openAdmin(page, path)
  await page.locator('#field-steps tbody tr').first().waitFor()
  await page.locator('[data-bot-state]').waitFor()
}

/** Drags a step by its handle, as a hand with a mouse does, to the place of another one. */
export const dragRow = async (page: Page, title: string, target: string): Promise<void> => {
  const handleOf = (text: string) =>
    page.locator('#field-steps tbody tr', { hasText: text }).locator('.sort-row')
  const [from, to] = [handleOf(title), handleOf(target)]
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error(`no handle for ${title} or ${target}`)
  const middle = (box: typeof start) => [box.x + box.width / 2, box.y + box.height / 2] as const
  const isMoved = page.waitForResponse((response) => response.url().includes('/api/reorder') && response.ok())
  await page.mouse.move(...middle(start))
  await page.mouse.down()
  await page.mouse.move(...middle(end), { steps: 12 })
  await page.mouse.up()
  await isMoved
}
