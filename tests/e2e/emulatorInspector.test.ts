import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { phone, sidewaysOverflow } from '../helpers/browser.ts'
import { openEmulatorPage } from '../helpers/openEmulatorPage.ts'

describe("the inspector of the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  beforeAll(async () => {
    emulator = await openEmulatorPage()
  })
  afterAll(() => emulator?.stop())

  it('should tell calls with errors and warnings, and updates with what became of them', async () => {
    const { page, problems, bot, person, call, say, updates, close } = await emulator.openChat({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: 'Inspector' }).click()
    await say('Logged', { nonsense: 1 })
    await expect(call('sendMessage', { chat_id: person.id, text: '' })).rejects.toThrow('text is empty')
    const row = (text: string) => page.locator('.log-row', { hasText: text })
    const warned = page.locator('.log-row.warned')
    await warned.getByText('← sendMessage').waitFor()
    await warned.getByText('1 warning').waitFor()
    await row('400 Bad Request').waitFor()
    await emulator.client.send(bot, person.id, 'Hello')
    await row('→ message').filter({ hasText: 'waiting' }).waitFor()
    await updates()
    await row('→ message').filter({ hasText: 'delivered' }).first().waitFor()
    await page.getByLabel('What to show').selectOption('Problems')
    await expect.poll(() => page.locator('.log-row:visible').count()).toBe(2)
    await warned.locator('summary').first().click()
    await row('1 warning')
      .getByText(/nonsense/)
      .first()
      .waitFor()
    await warned.getByRole('button', { name: 'Copy as JSON' }).click()
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as object
    expect(copied).toMatchObject({ method: 'sendMessage', parameters: { nonsense: 1 } })
    expect(problems).toEqual([])
    await close()
  })

  it('should make deliveries go wrong, and stop it', async () => {
    const { page, problems, close } = await emulator.openChat()
    await page.getByRole('button', { name: 'Inspector' }).click()
    await page.getByText('No faults are set.').waitFor()
    await page.getByRole('button', { name: 'Add delivery fault' }).click()
    await page.getByLabel('Kind of update').selectOption('callback_query')
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
    await page.getByText(/kind: callback_query.*duplicate: true/).waitFor()
    expect(await emulator.client.faults()).toMatchObject([
      { target: 'delivery', kind: 'callback_query', duplicate: true, times: 1 },
    ])
    await page.getByRole('button', { name: 'Remove all' }).click()
    await page.getByText('No faults are set.').waitFor()
    expect(await emulator.client.faults()).toEqual([])
    expect(problems).toEqual([])
    await close()
  })

  it('should show the clock, and stay open over a reload where there is room', async () => {
    const { page, close } = await emulator.openChat()
    await page.getByRole('button', { name: 'Inspector' }).click()
    const shown = async () => Date.parse((await page.locator('.clock').textContent()) ?? '')
    const before = await shown()
    await page.getByRole('button', { name: '+1 week' }).click()
    await expect.poll(shown).toBeGreaterThanOrEqual(before + 7 * 86_400_000)
    await page.reload()
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor()
    await close()
  })

  it('should fill a phone, and give it back', async () => {
    const { page, close } = await emulator.openChat({ viewport: phone, hasTouch: true })
    await page.getByRole('button', { name: 'Inspector' }).click()
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByLabel('Message', { exact: true }).waitFor()
    await close()
  })
})
