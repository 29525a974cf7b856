import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { zipFile } from '../factories/zipFile.ts'
import { openAdmin, stepTitles } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb } from '../helpers/startWeb.ts'

const fence = '```'
const lessons = async () =>
  zipFile({
    'owls/config.yaml': 'title: All about owls\ndescription: Everything that an owl would tell you.\n',
    'owls/01-what.md':
      '# What they are\n\nAn *owl* is a bird. ![An owl](pic/owl.png)\n\n![](https://e.org/far.png)\n',
    'owls/02-quiz.md': `# What you know\n\n${fence}quiz\nQ: When do owls fly?\nA: By day\nA*: By night\n${fence}\n`,
    'owls/pic/owl.png': (await pngFile('owl.png')).data,
  })

describe('importing a course in the admin', () => {
  const admin = adminScene(startWeb)

  const openImport = async (options: Look = {}) => {
    const { token } = await createUser(await getTestPayload())
    const { page, close } = await admin.open({ token, ...options })
    await openAdmin(page, '/admin/collections/courses')
    await page.getByRole('button', { name: /^(Import a course|Импорт курса)$/ }).click()
    const panel = page.locator('.gongbu-import__panel').first()
    await panel.waitFor()
    return { page, panel, close }
  }
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.locator('.gongbu-import__drop input').setInputFiles({ name, mimeType: 'application/zip', buffer })

  it('should show what became of an archive, and lead to the course', async () => {
    const { page, panel } = await openImport()
    expect(await panel.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    await choose(page, 'owls.zip', await lessons())
    await panel.getByText(/^owls\.zip, /).waitFor()
    await panel.getByLabel('Publish at once').check()
    await panel.getByRole('button', { name: 'Import', exact: true }).click()
    const done = page.locator('.gongbu-import__done')
    await done.getByText('The course “All about owls” has been made.').waitFor()
    await done.getByText(/^Steps: 2 made.* Files: 1/).waitFor()
    await done.getByText('Release 1 is published.').waitFor()
    await page.getByText('Taken from the source:').waitFor()
    const lost = page.getByText('Pictures on other sites: they became links (1)')
    await lost.click()
    await page.getByText('01-what.md:5 https://e.org/far.png').waitFor()
    await page.getByRole('link', { name: 'Open the course' }).click()
    await page.locator('#field-steps td.cell-title').first().waitFor()
    expect(await stepTitles(page)).toEqual(['What they are', 'What you know'])
  })

  it('should name every fault with its place, on a phone and in Russian too, and take the mended file', async () => {
    const { page, panel } = await openImport({ language: 'ru', viewport: phone })
    const broken = await zipFile({ 'l/a.md': `# A\n\n![x](no.png)\n\n${fence}js\nlet a` })
    await choose(page, 'owls.pdf', broken)
    await page.getByText(/не архив ZIP и не страница в Markdown.*owls\.pdf/).waitFor()
    await choose(page, 'l.zip', broken)
    await panel.getByRole('button', { name: 'Импортировать' }).click()
    const failure = page.locator('.gongbu-panel__error')
    await failure.getByText('a.md:3', { exact: true }).waitFor()
    await failure.getByText('a.md:5', { exact: true }).waitFor()
    await failure.getByText(/Картинки no\.png нет/).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await choose(page, 'Мой урок.md', Buffer.from('# Совы\n\nСовы летают ночью.\n'))
    await page.getByRole('button', { name: 'Импортировать' }).click()
    await page
      .locator('.gongbu-import__done')
      .getByText(/^Курс «.*» создан/)
      .waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
  })
})
