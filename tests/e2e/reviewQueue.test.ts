import type { Page } from 'playwright-core'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createReviewers, type Reviewer } from '../factories/createReviewers.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { handInWork } from '../factories/handInWork.ts'
import { linkBot } from '../factories/linkBot.ts'
import { pngFile } from '../factories/pngFile.ts'
import { openAdmin } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { beginAndHandIn, textsOf } from '../helpers/handIn.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'reviewed_bot'

describe('the review queue', () => {
  const admin = adminScene(startStack)
  let payload: Payload
  let author: SignedIn
  let courseId: string
  let botId: string
  let painter: number
  let mentor: Reviewer
  let lastPerson = 91_000

  const handIn = (name: string, text: string) =>
    handInWork(payload, { botId, telegramUserId: (lastPerson += 1), name, text })
  const statusOf = async (id: string) =>
    (await payload.findByID({ collection: 'assignments', id })) as { status: string; teacherComment?: string }

  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload, { firstName: 'Vera', lastName: 'Author' })
    const built = await buildCourse(payload, {
      author,
      course: { title: 'Письма: курс для тех, кто пишет' },
      steps: [
        assignmentStep('Write a letter to a friend', {
          rubric: 'A greeting, three sentences, a name below.',
          requirements: 'A greeting\nThree sentences',
        }),
      ],
      isPublished: true,
    })
    courseId = built.course.id
    await linkBot(admin.stack, { author, courseId, username: bot })
    const reviewers = await createReviewers(payload, { courseId, count: 1 })
    mentor = reviewers[0]!
    const { docs } = await payload.find({ collection: 'bots', where: { course: { equals: courseId } } })
    botId = docs[0]?.id ?? ''
    painter = (await admin.stack.emulator.createPerson({ first_name: 'Pia', language_code: 'en' })).id
    const picture = await pngFile('letter.png')
    const photo = { file_name: 'letter.png', base64: picture.data.toString('base64') }
    await beginAndHandIn(admin.stack, {
      bot,
      personId: painter,
      text: { photo, caption: 'Dear Anna,\n<b>hello</b>!' },
    })
    await waitFor('the picture to be kept', async () => {
      const kept = await payload.find({ collection: 'submissionFiles', where: { state: { equals: 'kept' } } })
      return kept.totalDocs === 1
    })
  })

  const open = async (look: object = {}) => {
    const opened = await admin.open({ token: author.token, ...look })
    await openAdmin(opened.page, '/admin/reviews')
    await opened.page.locator('[data-work]').first().waitFor()
    return opened
  }
  const shownWork = (page: Page, name: string) =>
    page.locator('[data-review]').getByRole('heading', { name, exact: true }).waitFor()
  /** What has the focus, as a reader of the screen would name it. */
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  it('should be worked through with the keyboard only', async () => {
    const works: Record<string, string> = {}
    for (const name of ['Boris', 'Clara', 'Dmitri', 'Emma', 'Fedor'])
      works[name] = await handIn(name, `Dear reader, this is ${name}.\nGoodbye!`)
    const { page, close } = await open()
    const { keyboard } = page
    expect(await page.locator('[data-work]').count()).toBe(6)
    await page.locator('[data-waiting="6"]').waitFor()

    // The oldest first: the letter with the picture, shown where it stands and never as markup.
    await keyboard.press('j')
    expect(await focused(page)).toContain('Pia')
    await keyboard.press('Enter')
    await shownWork(page, 'Pia')
    expect(await focused(page)).toBe('Pia')
    await page.getByText('<b>hello</b>!').first().waitFor()
    const image = page.getByRole('img', { name: /Picture of/ })
    await waitFor('the picture to be shown', () =>
      image.evaluate((node) => node instanceof HTMLImageElement && node.naturalWidth > 0),
    )
    await page.getByText('A greeting, three sentences, a name below.').waitFor()
    await page.getByText('You are looking at it').first().waitFor()
    await keepPicture(page, 'review-open')
    await keyboard.press('a')
    await shownWork(page, 'Boris')
    await page.getByRole('status').getByText('Approved: Pia.').waitFor()

    // Rejected: a comment first.
    await keyboard.press('r')
    await keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText('Say what should be different').waitFor()
    await keyboard.type('Please greet first.')
    await keyboard.press('Control+Enter')
    await shownWork(page, 'Clara')
    expect(await statusOf(works.Boris!)).toMatchObject({
      status: 'rejected',
      teacherComment: 'Please greet first.',
    })

    // Left to others, taken again, left for the list.
    await page.getByRole('button', { name: 'Leave it to others' }).waitFor()
    await keyboard.press('c')
    await page.getByRole('button', { name: 'Look at it' }).waitFor()
    await keyboard.press('c')
    await page.getByRole('button', { name: 'Leave it to others' }).waitFor()
    await keyboard.press('Escape')
    await waitFor('the focus to be on the row', async () => (await focused(page)).includes('Clara'))

    await keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await keepPicture(page, 'review-keys')
    await keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })

    // Two at once, then all that is left but one that somebody else decides meanwhile.
    await keyboard.press('x')
    await keyboard.press('j')
    await keyboard.press('x')
    await page.getByText('2 selected').first().waitFor()
    await keepPicture(page, 'review-bulk')
    await keyboard.press('a')
    await page.locator('[data-bulk-report]').getByText('2 of 2 done.').waitFor()
    expect(await statusOf(works.Dmitri!)).toMatchObject({ status: 'approved' })

    await waitFor('the list to be new', async () => (await page.locator('[data-work]').count()) === 2)
    await keyboard.press('Shift+X')
    await page.getByText('2 selected').first().waitFor()
    const decided = await callWeb(admin.stack, 'POST', `/assignments/${works.Emma}/decide`, {
      token: mentor.token,
      body: { verdict: 'approved' },
    })
    expect(decided.status).toBe(200)
    await keyboard.press('r')
    await keyboard.type('Once more, please.')
    await keyboard.press('Control+Enter')
    await page.locator('[data-bulk-report]').getByText('1 of 2 done.').waitFor()
    await page.getByText('Emma: Mentor 1 has approved it already.').waitFor()
    await keepPicture(page, 'review-report')
    await page.getByText('Nothing waits for a review. Well done.').waitFor()
    await keepPicture(page, 'review-empty')

    // What was decided, by the filters; the learner knows.
    await keyboard.press('/')
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    await page.locator('[data-work]').first().waitFor()
    await close()
    await waitFor('the learner to be told', async () =>
      (await textsOf(admin.stack.emulator, bot, painter)).some((text) => text.includes('has been approved')),
    )
  })

  it('should say who is faster, and what is missing', async () => {
    const id = await handIn('Greta', 'A letter that two want to read.')
    const say = (path: string, body?: object) =>
      callWeb(admin.stack, 'POST', `/assignments/${id}/${path}`, { token: mentor.token, body })
    await say('claim')
    const { page, close } = await open()
    await page.locator(`[data-work="${id}"] button`).focus()
    await page.keyboard.press('Enter')
    await shownWork(page, 'Greta')
    await page.getByRole('alert').getByText('Mentor 1 is looking at it.').waitFor()
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true)
    await keepPicture(page, 'review-held')
    // The other one has refused us three times by then: each is an answer with an error.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('409'))).toEqual([])
    await say('decide', { verdict: 'approved' })
    await close()
    admin.problems.splice(0)
  })

  it.each([
    { language: 'en' as const, colorScheme: 'light' as const, viewport: desktop },
    { language: 'ru' as const, colorScheme: 'dark' as const, viewport: desktop },
    { language: 'en' as const, colorScheme: 'dark' as const, viewport: phone },
    { language: 'ru' as const, colorScheme: 'light' as const, viewport: phone },
  ])('should fit in $language, $colorScheme, $viewport.width wide', async (look) => {
    const id = await handIn(
      'Константин Константинопольский-Преображенский',
      `${'Очень длинное письмо. '.repeat(20)}\n${'безпробелов'.repeat(30)}`,
    )
    const { page, close } = await open(look)
    const name = `${look.language}-${look.colorScheme}-${look.viewport.width}`
    expect(await sidewaysOverflow(page)).toEqual([])
    await keepPicture(page, `reviews-${name}`)
    await page.locator(`[data-work="${id}"] button`).focus()
    await page.keyboard.press('Enter')
    await page.locator(`[data-review="${id}"]`).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await keepPicture(page, `review-${name}`)
    await page.keyboard.press('a')
    await waitFor('it to be approved', async () => (await statusOf(id)).status === 'approved')
    await close()
  })

  it('should show a mentor nothing but the reviews, and nobody else anything', async () => {
    await handIn('Hanna', 'For the mentor.')
    const helper = await createUser(payload, { firstName: 'Mentor', role: 'student' })
    const { mentors } = await payload.findByID({ collection: 'courses', id: courseId })
    await payload.update({
      collection: 'courses',
      id: courseId,
      data: { mentors: [...(mentors ?? []).map(String), helper.user.id] },
    })
    const { page, close } = await admin.open({ token: helper.token })
    await openAdmin(page, '/admin')
    await page.locator('[data-review-tile]').waitFor()
    expect(await page.getByText(/no nav groups/i).isVisible()).toBe(false)
    await keepPicture(page, 'mentor-dashboard')
    await page.getByRole('link', { name: /open the reviews/i }).click()
    await page.locator('[data-work]').first().waitFor()
    expect(await page.locator('#nav-courses').count()).toBe(0)
    await close()

    const stranger = await createUser(payload)
    const other = await admin.open({ token: stranger.token })
    await openAdmin(other.page, '/admin/reviews')
    await other.page.locator('[data-reviews-empty]').waitFor()
    expect(await other.page.locator('[data-work]').count()).toBe(0)
    await other.close()
  })
})
