import { describe, expect, it } from 'vitest'

import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { after, atTask, handIn, review, task, taskStep } from '../../testing/atTask.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { Assignment } from '../release.ts'
import { noteDraft } from './noteDraft.ts'

const day = 24 * 60 * 60
const toast = (key: string) => [{ type: 'toast', key }]
const notice = (key: string) => [{ type: 'notice', key }]

describe('collecting an answer', () => {
  it('should count what comes in one status that is edited', () => {
    const learner = atTask()
    expect(learner.say('one')).toMatchObject([
      { type: 'draft', collected: [{ kind: 'text', count: 1 }], refusals: [], messageId: null },
    ])
    learner.state = noteDraft(learner.state, { stepId: task, messageId: 7 })
    learner.attach({ albumId: 'a' })
    expect(learner.attach({ albumId: 'a' }, 'caption')).toMatchObject([
      { collected: [{ kind: 'text', count: 1 }, { kind: 'photo', count: 2 }], messageId: 7 }, // prettier-ignore
    ])
    expect(learner.state.version).toBe(learner.effects[0] && 'version' in learner.effects[0] ? learner.effects[0].version : -1) // prettier-ignore
    expect(learner.countFacts('assignment_submitted')).toBe(0)
  })

  it.each([
    ['kind', (learner: Learner) => learner.attach({ kind: 'voice' })],
    ['kind', (learner: Learner) => learner.act({ type: 'message', kind: 'other', text: null, file: null, messageId: 1 })],
    ['program', (learner: Learner) => learner.attach({ kind: 'document', name: 'game.EXE' })],
    ['extension', (learner: Learner) => learner.attach({ kind: 'document', name: 'notes.txt' })],
    ['empty', (learner: Learner) => learner.attach({ kind: 'document', name: 'notes.pdf', bytes: 0 })],
    ['tooLarge', (learner: Learner) => learner.attach({ bytes: 2001 })],
    ['empty', (learner: Learner) => learner.say('\u200b \u202e\u2060\u3164')],
    ['tooManyFiles', (learner: Learner) => { learner.attach(); learner.attach(); return learner.attach() }],
    ['tooManyTexts', (learner: Learner) => { for (let i = 0; i < 20; i += 1) learner.say('text'); return learner.say('text') }],
    ['tooManyTexts', (learner: Learner) => { for (let i = 0; i < 4; i += 1) learner.say('x'.repeat(4096)); return learner.say('x'.repeat(4096)) }],
  ] as const)('should say at once that something is not taken: %s', (refused, act) => {
    const learner = atTask({ extensions: ['pdf'], maxFiles: 2, maxFileBytes: 2000 })
    expect(act(learner)).toMatchObject([{ type: 'draft', refusals: [{ reason: refused, count: 1 }] }])
  }) // prettier-ignore

  it('should go on saying what was not taken, however often and whatever was taken since, until all is cleared', () => {
    const learner = atTask({ accepts: ['file'], extensions: ['pdf'] })
    learner.attach({ kind: 'document', name: 'homework.exe' })
    learner.attach({ kind: 'document', name: 'notes.txt' })
    learner.attach({ kind: 'document', name: 'again.exe' })
    expect(learner.attach({ kind: 'document', name: 'notes.pdf' })).toMatchObject([
      {
        collected: [{ kind: 'document', count: 1 }],
        refusals: [{ reason: 'extension', count: 1 }, { reason: 'program', count: 2 }], // prettier-ignore
      },
    ])
    expect(learner.tap('clear')).toMatchObject([{ collected: [], refusals: [] }])
  })

  it('should take a picture that came as a file for a photo, but not a photo for a file', () => {
    const photos = atTask({ accepts: ['photo'] })
    const document = { kind: 'document', mimeType: 'image/png', name: 'a.png' } as const
    expect(photos.attach(document)).toMatchObject([{ refusals: [] }])
    expect(photos.say('and a text')).toMatchObject([{ refusals: [{ reason: 'kind' }] }])
    expect(atTask({ accepts: ['file'] }).attach()).toMatchObject([{ refusals: [{ reason: 'kind' }] }])
  })

  it('should keep what PostgreSQL can keep', () => {
    const learner = atTask()
    learner.say(`half ${'\ud83d'} and \0 nothing`)
    expect(learner.state.drafts?.[task]?.items[0]?.text).toBe('half \ufffd and  nothing')
  })

  it('should keep a draft through commands and other steps, and show it anew with its step', () => {
    const learner = atTask({}, false)
    learner.say('one')
    learner.state = noteDraft(learner.state, { stepId: task, messageId: 7 })
    learner.command('contents')
    learner.command('help')
    learner.tap('next')
    expect(learner.say('not for this step')).toEqual(notice('textNotExpected'))
    expect(learner.open(task)).toMatchObject([
      { type: 'step', stepId: task },
      { type: 'draft', collected: [{ kind: 'text', count: 1 }], messageId: null },
    ])
    expect(learner.tap('send')).toMatchObject([{ type: 'submitted', attempt: 1 }])
  })

  it('should throw everything away when it is cleared', () => {
    const learner = atTask()
    learner.say('one')
    expect(learner.tap('clear')).toMatchObject([{ type: 'draft', collected: [], isInPlace: true }])
    expect(learner.tap('send')).toEqual(toast('draftEmpty'))
  })
})

describe('handing in', () => {
  it('should number an answer, write it down and wait for its review', () => {
    const learner = atTask({ maxPoints: 10 })
    expect(learner.tap('next')).toEqual(toast('assignmentFirst'))
    learner.attach({ kind: 'document', name: 'a.pdf' }, 'look')
    const { version } = learner.state
    expect(learner.tap('send')).toMatchObject([{ type: 'submitted', attempt: 1, next: null, isLate: false }])
    expect(learner.records).toMatchObject([
      { type: 'submission', stepId: task, attempt: 1, maxScore: 10, isApproved: false, items: [{ text: 'look', file: { name: 'a.pdf' } }] }, // prettier-ignore
    ])
    expect(learner.act({ type: 'tap', tap: { action: 'send', version } })).toEqual(toast('buttonOutdated'))
    expect(learner.tap('next')).toEqual(toast('reviewFirst'))
    expect(learner.say('something more')).toEqual(notice('underReview'))
    expect(learner.command('resume')).toMatchObject([{ assignment: { stage: 'pending', canGoOn: false } }])
    expect(learner.records).toHaveLength(1)
    expect(learner.countFacts('assignment_submitted')).toBe(1)
  })

  it('should let the course go on meanwhile, but not to its end', () => {
    const learner = atTask({ isBlockingWhilePending: false })
    expect(handIn(learner)).toMatchObject([{ next: 'next' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
    expect(learner.tap('next')).toMatchObject([
      { type: 'toast', key: 'onlyReviewLeft' },
      { type: 'step', stepId: task, assignment: { canGoOn: false } },
    ])
    expect(learner.tap('next')).toEqual(toast('reviewFirst'))
    expect(review(learner, 'approved')).toMatchObject([{ type: 'reviewed', next: 'next' }])
    learner.tap('next')
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
  })

  it('should mark what is late, and take nothing after the end', () => {
    const learner = atTask({ due: { afterDays: 1 }, cutOff: { afterDays: 2 } })
    learner.say('one')
    learner.wait(day + 1)
    expect(learner.tap('send')).toMatchObject([{ isLate: true }])
    review(learner, 'rejected')
    learner.wait(day)
    expect(learner.say('again')).toEqual(notice('assignmentClosed'))
    expect(learner.command('resume')).toMatchObject([
      { assignment: { stage: 'closed', comment: 'Look again' } },
    ])
  })

  it('should refuse what was collected in time and is sent after the end', () => {
    const learner = atTask({ cutOff: { at: '2026-03-02T00:00:00.000Z' } })
    learner.say('one')
    learner.wait(day)
    expect(learner.tap('send')).toEqual(notice('assignmentClosed'))
    expect(learner.records).toEqual([])
  })

  it('should survive that the course is published anew, with another task or without it', () => {
    const learner = atTask()
    learner.say('one')
    learner.publish(buildRelease(2, [taskStep({ accepts: ['photo'] }), { id: after }]))
    learner.say('two')
    learner.publish(buildRelease(3, [{ id: after }]))
    expect(learner.tap('send')).toMatchObject([{ type: 'submitted', releaseId: uuidOf(9001) }])
    expect(review(learner, 'approved')).toMatchObject([{ type: 'reviewed', verdict: 'approved' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
  })

  it('should count attempts on when the course is begun anew', () => {
    const learner = atTask()
    handIn(learner)
    learner.command('restart')
    learner.tap('restart')
    expect(review(learner, 'approved')).toEqual([])
    learner.tap('begin')
    expect(handIn(learner)).toMatchObject([{ attempt: 2 }])
  })

  it('should forget what was collected and not handed in when the course is begun anew', () => {
    const learner = atTask()
    learner.say('one')
    learner.command('restart')
    learner.tap('restart')
    learner.tap('begin')
    expect(learner.tap('send')).toEqual(toast('draftEmpty'))
    expect(learner.say('two')).toMatchObject([{ collected: [{ kind: 'text', count: 1 }] }])
  })

  it('should cost no attempt that its review is heard of no more', () => {
    const learner = atTask({ maxAttempts: 1 })
    handIn(learner)
    learner.command('restart')
    learner.tap('restart')
    expect(learner.tap('begin')).toMatchObject([
      { assignment: { stage: 'open', attemptsLeft: 1, canGoOn: false } },
    ])
    expect(handIn(learner)).toMatchObject([{ attempt: 2 }])
    expect(learner.open(task)).toMatchObject([{ assignment: { stage: 'pending', attemptsLeft: 0 } }])
  })

  it('should let the answer of before be approved, by a reviewer or by itself, so that nobody hands it in again', () => {
    const waiting = (parts: Partial<Assignment> = {}) => {
      const learner = atTask(parts)
      handIn(learner)
      learner.command('restart')
      learner.tap('restart')
      return learner
    }
    const byReviewer = waiting()
    review(byReviewer, 'approved')
    byReviewer.tap('begin')
    expect(byReviewer.tap('next')).toMatchObject([{ stepId: after }])

    const due = { type: 'timeUp', kind: 'autoApprove', stepId: task, attempt: 1 } as const
    const byItself = waiting({ autoApproveDays: 3, maxPoints: 5 })
    byItself.tap('begin')
    handIn(byItself)
    expect(byItself.act(due)).toEqual([])
    expect(byItself.records.at(-1)).toMatchObject({ type: 'autoApproval', attempt: 1, score: 5 })
    expect(byItself.state.steps[task]?.assignment).toMatchObject({ status: 'pending', wasApproved: true })
    const { length } = byItself.records
    byItself.act(due)
    expect(byItself.records).toHaveLength(length)

    const twice = waiting({ autoApproveDays: 3 })
    twice.tap('begin')
    handIn(twice)
    twice.command('restart')
    twice.tap('restart')
    for (const attempt of [1, 2]) twice.act({ ...due, attempt })
    const approved = twice.records.filter(({ type }) => type === 'autoApproval')
    expect(approved).toMatchObject([{ attempt: 1 }, { attempt: 2 }])

    // Its timer is still there, and nothing to approve.
    const rejected = atTask({ autoApproveDays: 3 })
    handIn(rejected)
    review(rejected, 'rejected')
    rejected.command('restart')
    rejected.tap('restart')
    rejected.act(due)
    expect(rejected.records.filter(({ type }) => type === 'autoApproval')).toEqual([])
  })

  it.each([[{ maxAttempts: 1 }], [{ cutOff: { at: '2026-03-02T00:00:00.000Z' } }]])(
    'should let whoever was approved before go on, whatever is taken still: %j',
    (parts) => {
      const learner = new Learner(buildRelease(1, [{ id: after }, taskStep(parts)]))
      learner.start()
      learner.tap('begin')
      learner.tap('next')
      handIn(learner)
      review(learner, 'approved')
      learner.wait(3 * day)
      learner.command('restart')
      learner.tap('restart')
      learner.tap('begin')
      expect(learner.tap('next')).toMatchObject([{ assignment: { canGoOn: true, score: null } }])
      expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
      expect(learner.state.steps[task]?.assignment).toMatchObject({ attempts: 1, best: 100 })
    },
  )
})
