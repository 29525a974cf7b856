import fc from 'fast-check'
import { expect, it } from 'vitest'

import { Fifo } from './fifo.ts'

it('should give what came first, as an array does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.array(fc.option(fc.nat())), (start, steps) => {
      const [fifo, array] = [new Fifo([...start]), [...start]]
      for (const step of steps) {
        if (step === null) expect(fifo.shift()).toBe(array.shift())
        else {
          fifo.push(step)
          array.push(step)
        }
        expect([fifo.first(), fifo.size]).toEqual([array[0], array.length])
      }
    }),
  )
})

it('should be emptied of a hundred thousand in no time', () => {
  const fifo = new Fifo(Array.from({ length: 100_000 }, (_, index) => index))
  const startedAt = performance.now()
  let index = 0
  while (fifo.shift() === index) index += 1
  expect(index).toBe(100_000)
  expect(performance.now() - startedAt).toBeLessThan(3000)
})
