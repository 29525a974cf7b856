import { mkdirSync } from 'node:fs'
import path from 'node:path'

import type { Page } from 'playwright-core'

/** With PICTURES set to a folder, it gets a picture of each look. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
