import { beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb } from '../helpers/startWeb.ts'

const words = {
  en: { courses: 'Courses', publishing: 'Publishing', yes: 'yes', login: 'Login' },
  ru: { courses: 'Курсы', publishing: 'Публикация', yes: 'да', login: 'Войти' },
}

describe('the admin', () => {
  const scene = adminScene(startWeb)
  let author: SignedIn
  let admin: SignedIn
  let courseId: string
  let stepId: string
  beforeAll(async () => {
    const payload = await getTestPayload()
    const built = await buildCourse(payload, { isPublished: true })
    author = built.author
    courseId = built.course.id
    stepId = built.steps[0]?.id ?? ''
    admin = await createUser(payload, { role: 'admin' })
  })

  /** Path of a page, and what is on it once it is there. */
  const pages = (): [string, string][] => [
    ['/admin', '.collections__card-list, .dashboard'],
    ['/admin/collections/courses', 'td.cell-title'],
    ['/admin/collections/courses/create', '#field-title'],
    [`/admin/collections/courses/${courseId}`, '[data-bot-state]'],
    [`/admin/collections/courses/${courseId}/versions`, '.versions td'],
    ['/admin/collections/steps', 'td.cell-title'],
    [`/admin/collections/steps/${stepId}`, '[contenteditable=true]'],
    ['/admin/collections/media', '.collection-list'],
    ['/admin/collections/enrollments', '.collection-list'],
    ['/admin/account', '#field-firstName'],
  ]

  it.each([
    { language: 'en' as const, name: 'a desktop', viewport: desktop },
    { language: 'ru' as const, name: 'a desktop', viewport: desktop },
    { language: 'en' as const, name: 'a phone', viewport: phone },
    { language: 'ru' as const, name: 'a phone', viewport: phone },
  ])(
    'should fit $name in $language, with nothing to complain about for the browser',
    async ({ language, viewport }) => {
      const { page, close } = await scene.open({ language, viewport, token: author.token })
      for (const [path, ready] of pages()) {
        await page.goto(path)
        await page.locator(ready).first().waitFor()
        await expect.poll(() => sidewaysOverflow(page), { message: path }).toEqual([])
      }
      const said = words[language]
      await page.goto('/admin/collections/courses')
      await page.getByRole('heading', { name: said.courses }).waitFor()
      await page.locator('td.cell-isPublished').getByText(said.yes, { exact: true }).waitFor()
      await page.goto(`/admin/collections/courses/${courseId}`)
      await page.getByRole('region', { name: said.publishing }).waitFor()
      await close()
    },
    180_000,
  )

  it.each(['en', 'ru'] as const)(
    'should show the sign-in form in %s under the own name',
    async (language) => {
      const { page, close } = await scene.open({ language, viewport: phone })
      await page.goto('/admin/login')
      await page.getByRole('button', { name: words[language].login }).waitFor()
      expect(await page.locator('body').innerText()).toContain('Gongbu')
      expect(await page.locator('body').innerText()).not.toContain('Payload')
      await close()
    },
  )

  it('should offer creators only what is theirs', async () => {
    const linksOf = async (token: string) => {
      const { page, close } = await scene.open({ token })
      await page.goto('/admin')
      await page.locator('.nav__link, .nav a').first().waitFor({ state: 'attached' })
      const links = await page
        .locator('nav a[href*="/collections/"]')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')?.split('/').at(-1)))
      await close()
      return links.sort()
    }
    expect(await linksOf(author.token)).toEqual([
      'assignments',
      'courses',
      'enrollments',
      'media',
      'notices',
      'ratings',
      'steps',
    ])
    expect(await linksOf(admin.token)).toEqual(
      expect.arrayContaining(['users', 'bots', 'releases', 'deadLetters']),
    )
  })
})
