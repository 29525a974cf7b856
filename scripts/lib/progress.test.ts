import { describe, expect, it } from 'vitest'
import { createProgress, elapsed } from './progress.mjs'

function fakeStream(): { stream: NodeJS.WriteStream; text: () => string } {
  let written = ''
  const stream = {
    isTTY: false,
    listenerCount: () => 1,
    write: (text: string) => {
      written += text
      return true
    },
  }
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => written }
}

describe('progress', () => {
  it.each([
    [0, '0.0 s'],
    [940, '0.9 s'],
    [9_949, '9.9 s'],
    [12_400, '12 s'],
    [59_600, '1 min 0 s'],
    [119_700, '2 min 0 s'],
  ])('should show %i ms as %s', (ms, text) => expect(elapsed(ms)).toBe(text))

  it('should say in a log what is done, with its time and without control characters', () => {
    const { stream, text } = fakeStream()
    const progress = createProgress(stream)
    progress.step('Redis').done('Redis 7 on 127.0.0.1:1')
    progress.step('Build').fail()
    expect(text()).toBe('✔ Redis 7 on 127.0.0.1:1 (0.0 s)\n✖ Build (0.0 s)\n')
  })

  it('should end a step once', () => {
    const { stream, text } = fakeStream()
    const step = createProgress(stream).step('Redis')
    step.done()
    step.fail()
    expect(text()).toBe('✔ Redis (0.0 s)\n')
  })
})
