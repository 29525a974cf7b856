'use client'

const target = new EventTarget()
const name = 'courseChanged'

/** The panels of a course's page tell each other that something they show has changed. */
export const courseChanged = {
  announce: () => target.dispatchEvent(new Event(name)),
  subscribe: (listener: () => void) => {
    target.addEventListener(name, listener)
    return () => target.removeEventListener(name, listener)
  },
}
