import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'

const toast = (key: string) => ({ type: 'toast', key })
const ids = (count: number) => Array.from({ length: count }, (_, index) => uuidOf(index + 1))
const begun = (count: number) => {
  const learner = new Learner(
    buildRelease(
      1,
      ids(count).map((id) => ({ id, isRequired: false })),
    ),
  )
  learner.start()
  learner.tap('begin')
  return learner
}
const mark = (learner: Learner, action: 'bookmark' | 'unbookmark', stepId: string, version?: number) =>
  learner.act({ type: 'tap', tap: { action, version: version ?? learner.state.version, stepId } })

describe('bookmarks', () => {
  it('should mark the step that is shown, and change the buttons below it', () => {
    const learner = begun(3)
    const { version, stepId } = learner.state
    expect(mark(learner, 'bookmark', uuidOf(1))).toEqual([
      toast('bookmarked'),
      {
        ...{ type: 'stepButtons', releaseId: uuidOf(9001), version, stepId: uuidOf(1), hasBack: false },
        ...{ next: 'next', isBookmarked: true },
      },
    ])
    expect(learner.state).toMatchObject({ version, stepId, bookmarks: [uuidOf(1)] })
    // A second tap on the button as it was says the same and changes nothing.
    expect(mark(learner, 'bookmark', uuidOf(1))[0]).toEqual(toast('bookmarked'))
    expect(learner.state.bookmarks).toEqual([uuidOf(1)])
    expect(mark(learner, 'unbookmark', uuidOf(1))[1]).not.toHaveProperty('isBookmarked')
    expect(learner.state.bookmarks).toEqual([])
  })

  it('should leave buttons of older views as they are', () => {
    const learner = begun(3)
    const { version } = learner.state
    learner.tap('next')
    expect(mark(learner, 'bookmark', uuidOf(1), version)).toEqual([toast('bookmarked')])
    expect(learner.state.bookmarks).toEqual([uuidOf(1)])
  })

  it('should list in the order of the course what is still in it', () => {
    const learner = begun(4)
    for (const step of [3, 1, 2]) mark(learner, 'bookmark', uuidOf(step))
    learner.publish(buildRelease(2, [{ id: uuidOf(4) }, { id: uuidOf(1) }, { id: uuidOf(3) }]))
    expect(learner.command('bookmarks')).toEqual([
      {
        ...{ type: 'bookmarks', releaseId: uuidOf(9002), version: learner.state.version },
        steps: [
          { stepId: uuidOf(1), mark: 'current', isBookmarked: true },
          { stepId: uuidOf(3), mark: 'locked', isBookmarked: true },
        ],
      },
    ])
    expect(learner.open(uuidOf(1))).toMatchObject([{ type: 'step', isBookmarked: true }])
  })

  it('should refuse what the course never had, and more than a list can show', () => {
    const learner = begun(60)
    expect(mark(learner, 'bookmark', uuidOf(99))).toEqual([toast('stepGone')])
    for (const id of ids(50)) mark(learner, 'bookmark', id)
    expect(mark(learner, 'bookmark', uuidOf(51))).toEqual([toast('bookmarksFull')])
    expect(learner.state.bookmarks).toHaveLength(50)
    // What leaves the course makes room.
    learner.publish(
      buildRelease(
        2,
        ids(60)
          .slice(1)
          .map((id) => ({ id })),
      ),
    )
    expect(mark(learner, 'bookmark', uuidOf(51))[0]).toEqual(toast('bookmarked'))
    expect(learner.state.bookmarks).toHaveLength(50)
  })
})

describe('contents of a long course', () => {
  const page = (learner: Learner, option: number) =>
    learner.act({ type: 'tap', tap: { action: 'page', version: learner.state.version, option } })

  it('should open at the page with the place, and be turned in place', () => {
    const learner = begun(101)
    learner.open(uuidOf(60))
    const { state } = learner
    const [opened] = learner.command('contents')
    expect(opened).toMatchObject({ page: { number: 1, count: 3 } })
    expect(opened).not.toHaveProperty('isInPlace')
    expect(opened?.type === 'contents' && opened.steps.map(({ stepId }) => stepId)).toEqual(
      ids(101).slice(50, 100),
    )
    expect(page(learner, 2)).toMatchObject([
      { page: { number: 2 }, isInPlace: true, steps: [{ stepId: uuidOf(101) }] },
    ])
    expect(learner.state).toEqual({ ...state, lastActionAt: learner.state.lastActionAt })
  })

  it('should show the last page that there is when the course was shortened', () => {
    const learner = begun(101)
    learner.publish(
      buildRelease(
        2,
        ids(51).map((id) => ({ id })),
      ),
    )
    expect(page(learner, 2)).toMatchObject([{ page: { number: 1, count: 2 } }])
    learner.publish(buildRelease(3, []))
    const [empty] = page(learner, 2)
    expect(empty).toMatchObject({ type: 'contents', steps: [], isInPlace: true })
    expect(empty).not.toHaveProperty('page')
  })
})

describe('progress by section', () => {
  it('should count what the course counts, and be left out without sections', () => {
    const learner = new Learner(
      buildRelease(1, [
        { id: uuidOf(1), section: 'A' },
        { id: uuidOf(2), section: ' A ', isRequired: false },
        { id: uuidOf(3), section: 'B', isRequired: false },
        { id: uuidOf(4) },
        { id: uuidOf(5), section: 'A' },
      ]),
    )
    learner.start()
    learner.tap('begin')
    learner.tap('next')
    expect(learner.command('progress')).toMatchObject([
      {
        sections: [
          { section: 'A', done: 1, total: 2 },
          { section: null, done: 0, total: 1 },
        ],
      },
    ])
    const plain = begun(2)
    expect(plain.command('progress')[0]).not.toHaveProperty('sections')
  })
})
