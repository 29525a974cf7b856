import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { uploadFile } from '../factories/uploadFile.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { findBarriers } from '../helpers/findBarriers.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startWeb } from '../helpers/startWeb.ts'

const hostile = '</script><script>alert(1)</script> & "quotes"'

describe('the public pages', () => {
  const scene = adminScene(startWeb)
  let payload: Payload
  let courseId: string
  let draftId: string
  let unlistedId: string
  let archivedId: string
  let goneId: string

  beforeAll(async () => {
    payload = await getTestPayload()
    const author = await createUser(payload, { firstName: 'Ada', lastName: 'Lovelace' })
    const picture = await uploadFile(scene.stack, author, (await pngFile('cover.png')).data, {
      name: 'cover.png',
    })
    const publish = async (title: string, course: object = {}) =>
      buildCourse(payload, {
        author,
        course: { title, isListed: true, ...course },
        steps: [
          { title: 'What stars are', section: 'The sky' },
          { title: 'Planets', section: 'The sky' },
          { title: `Danger ${hostile}` },
        ],
        isPublished: true,
      })
    const { course } = await publish('Astronomy for beginners', {
      description: `Stars, planets and telescopes, one evening after another. ${hostile}`,
      category: 'science',
      tags: ['space', 'night'],
      estimatedDuration: 90,
      thumbnail: picture.doc.id,
    })
    courseId = course.id
    await publish('Основы астрономии', {
      description: 'Звёзды и планеты, вечер за вечером, простыми словами.',
      language: 'ru',
      category: 'science',
    })
    await publish('Knitting socks', { category: 'arts', pricingModel: 'paid', price: 9.5, currency: 'EUR' })
    unlistedId = (await publish('A secret course', { isListed: false })).course.id
    archivedId = (await publish('An old course')).course.id
    await payload.update({ collection: 'courses', id: archivedId, data: { isArchived: true } })
    const gone = await createUser(payload)
    goneId = (
      await buildCourse(payload, { author: gone, course: { title: 'Left behind' }, isPublished: true })
    ).course.id
    await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
    await payload.update({ collection: 'courses', id: courseId, data: { botUsername: 'stars_bot' } })
    draftId = (await buildCourse(payload, { author, course: { title: 'A draft', isListed: true } })).course.id
  })

  const get = async (path: string, language = 'en') => {
    const response = await fetch(`${scene.stack.webUrl}${path}`, { headers: { 'accept-language': language } })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  it('should let people search and filter without a script, and read what a course is about', async () => {
    const { page, close } = await scene.open({ javaScriptEnabled: false })
    await page.goto('/courses')
    expect(await page.locator('.card').count()).toBe(3)
    await page.getByRole('searchbox').fill('telescope')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('.card h2').allTextContents()).toEqual(['Astronomy for beginners'])
    await page.goto('/courses')
    await page.getByLabel('Category').selectOption('arts')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.locator('.card h2').allTextContents()).toEqual(['Knitting socks'])
    await page.goto('/courses?search=zzzz')
    await page.getByText('There is no such course yet').waitFor()
    await page.getByRole('link', { name: 'All courses' }).click()
    await page.getByRole('link', { name: /Astronomy for beginners/ }).click()
    await page.getByRole('heading', { name: 'Astronomy for beginners' }).waitFor()
    expect(await page.locator('.outline li').count()).toBe(3)
    const start = page.getByRole('link', { name: 'Begin in Telegram' })
    expect(await start.getAttribute('href')).toContain('stars_bot')
    await close()
  })

  it('should fold the filters on a phone behind one control that says how many are set', async () => {
    const { page, close } = await scene.open({ javaScriptEnabled: false, viewport: phone })
    await page.goto('/courses?search=socks&difficulty=1')
    const control = page.locator('summary')
    const category = page.getByLabel('Category')
    expect(await category.isVisible()).toBe(false)
    expect((await page.locator('.card').first().boundingBox())?.y).toBeLessThan(phone.height / 2)
    await control.focus()
    await page.keyboard.press('Enter')
    await category.waitFor()
    await page.keyboard.press('Tab')
    await page.locator('select[name=category]:focus').selectOption('arts')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/category=arts/)
    expect(await control.textContent()).toBe('Filters and order 2 filters set')
    expect(await category.isVisible()).toBe(false)
    await page.setViewportSize(desktop)
    expect([await control.isVisible(), await category.inputValue()]).toEqual([false, 'arts'])
    await page.getByLabel('Difficulty').focus()
    await page.getByRole('link', { name: 'Clear the filters (2)' }).click()
    await page.waitForURL('/courses?search=socks')
    expect(await page.locator('.card').count()).toBe(1)
    await page.goto('/courses?priceMax=20&currency=EUR&category=arts,music')
    await page.getByLabel('Price up to').fill('9')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('There is no such course yet').waitFor()
    expect(await category.locator('option:checked').textContent()).toBe('Arts, Music')
    await close()
  })

  it('should show nobody what is no course of the catalogue', async () => {
    for (const id of [
      draftId,
      unlistedId,
      archivedId,
      goneId,
      'nothing',
      '00000000-0000-4000-8000-000000000000',
    ]) {
      const { status, text } = await get(`/courses/${id}`)
      expect([id, status]).toEqual([id, 404])
      expect(text).not.toMatch(/A draft|A secret course|An old course|Left behind/)
    }
    const { text } = await get('/sitemap-1.xml')
    expect(text).toContain(`/courses/${courseId}</loc>`)
    for (const id of [unlistedId, archivedId, goneId]) expect(text).not.toContain(id)
    expect((await get('/sitemap-2.xml')).status).toBe(404)
    expect((await get('/robots.txt')).text).toContain('/sitemap.xml')
    expect((await get('/sitemap.xml')).text).toContain('/sitemap-1.xml')
  })

  it('should tell search engines what a course is, whatever authors write', async () => {
    const { text } = await get(`/courses/${courseId}`)
    expect(text).not.toContain('<script>alert')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Course',
      name: 'Astronomy for beginners',
      description: expect.stringContaining(hostile),
      author: { name: 'Ada Lovelace' },
      hasCourseInstance: { courseWorkload: 'PT90M' },
    })
    expect(text).toContain(`<link rel="canonical" href="${scene.stack.webUrl}/courses/${courseId}"/>`)
    expect(text).toMatch(/property="og:image" content="[^"]+"/)
    expect((await get('/courses?search=stars')).text).toContain('noindex')
  })

  it('should speak the person’s language, or the one that they choose', async () => {
    expect((await get('/courses', 'ru')).text).toContain('Чему хотите научиться?')
    expect((await get('/courses?lang=en', 'ru')).text).toContain('What would you like to learn?')
    const chosen = (await get('/courses?lang=en&search=astronomy', 'ru')).text
    expect(chosen).toContain(`/courses/${courseId}?lang=en"`)
    expect(chosen).toContain('/courses?search=astronomy&amp;lang=ru"')
    const { text } = await get(`/courses/${courseId}?lang=en`, 'ru')
    const { webUrl } = scene.stack
    expect(text).toContain(`<link rel="canonical" href="${webUrl}/courses/${courseId}?lang=en"/>`)
    for (const [language, query] of [
      ['ru', '?lang=ru'],
      ['en', '?lang=en'],
      ['x-default', ''],
    ])
      expect(text).toContain(`hrefLang="${language}" href="${webUrl}/courses/${courseId}${query}"`)
  })

  it('should say kindly what of an address does not count, and what is shown instead', async () => {
    const { status, text } = await get(
      '/courses?lang=xx&page=-5&price=nonsense&category=nothing&priceMin=50&priceMax=10&search=astronomy',
    )
    expect(status).toBe(200)
    for (const said of [
      'Astronomy for beginners',
      'Language: there is no “xx”, so the page is in English.',
      'Page: there is no “-5”, so the first one is shown.',
      'Price: there is no “nonsense”, so courses are shown without this filter.',
      'Category: there is no “nothing”, so courses are shown without this filter.',
      'Price: from 50 up to 10 leaves nothing, so courses are shown without these limits.',
    ])
      expect(text).toContain(said)
    const course = (query: string) => get(`/courses/${courseId}${query}`)
    expect((await course('?lang=%3Cb%3E')).text).toContain(
      'Language: there is no “&lt;b&gt;”, so the page is',
    )
    for (const query of ['', '?lang=en', '?page=-5'])
      expect((await course(query)).text).not.toContain('class="note"')
    const russian = (await get('/courses?difficulty=foo&sort=%3Cscript%3Ealert', 'ru')).text
    expect(russian).toContain(
      'Сложность (1–5): значения «foo» нет, поэтому курсы показаны без этого фильтра.',
    )
    expect(russian).not.toContain('<script>alert')
    expect((await get('/courses?duration=60-300&utm_source=x')).text).not.toMatch(
      /Knitting socks|class="note"/,
    )
    expect((await get('/courses?toString=1')).status).toBe(200)
  })

  it.each([
    ['desktop', desktop, 'light', 'en'],
    ['desktop', desktop, 'dark', 'ru'],
    ['phone', phone, 'light', 'ru'],
    ['phone', phone, 'dark', 'en'],
  ] as const)('should fit on a %s (%o), %s, %s', async (device, viewport, colorScheme, language) => {
    const { page, close } = await scene.open({ viewport, colorScheme, language })
    for (const [name, path] of [
      ['catalogue', '/courses'],
      ['course', `/courses/${courseId}`],
    ]) {
      await page.goto(path!)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await keepPicture(page, `public-${name}-${device}-${colorScheme}`)
      expect(await sidewaysOverflow(page)).toEqual([])
    }
    await close()
  })

  it.each([
    ['desktop', desktop, 'light', 'ru'],
    ['phone', phone, 'dark', 'en'],
  ] as const)(
    'should keep nobody out on a %s (%o), %s, %s',
    async (device, viewport, colorScheme, language) => {
      const { page, close } = await scene.open({ viewport, colorScheme, language })
      for (const [name, path] of [
        ['catalogue', '/courses'],
        ['filtered', '/courses?difficulty=foo&sort=up&category=science&priceMax=9&priceMin=1'],
        ['course', `/courses/${courseId}`],
      ]) {
        await page.goto(path!)
        if (name === 'filtered' && device === 'phone') await page.locator('summary').click()
        expect([name, await findBarriers(page)]).toEqual([name, []])
        if (name === 'filtered') await keepPicture(page, `public-${name}-${device}-${colorScheme}`)
        expect(await sidewaysOverflow(page)).toEqual([])
      }
      await close()
    },
  )
})
