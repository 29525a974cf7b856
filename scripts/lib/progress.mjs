import process from 'node:process'
import { clearInterval, setInterval } from 'node:timers'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * @typedef {object} Step
 * @property {(title?: string) => void} done
 * @property {(title?: string) => void} fail
 * @property {(title: string) => void} update
 *
 * @typedef {object} Progress
 * @property {(title: string) => Step} step starts a line that ends with the elapsed time
 * @property {(text: string) => void} say
 */

/** Where nothing moves, a step that goes on and on says so as often as that. */
const ANNOUNCED_AGAIN_MS = 10_000

/** @param {number} ms */
export function elapsed(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * Lines with elapsed times. On a terminal the running steps are shown below the finished ones and move;
 * elsewhere (a log, CI) a step that takes long says that it has begun, how far it has come, and that it is done.
 *
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stdout) {
  // A pipe to a reader that has gone (`| head`) must not end us in the middle of the work.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {})
  const isLive = Boolean(stream.isTTY) && process.env.TERM !== 'dumb'
  /** @type {Set<{ title: string, since: number, announced: string, announcedAt: number }>} */
  const running = new Set()
  let drawn = 0
  let frame = 0
  /** @type {NodeJS.Timeout | undefined} */
  let timer

  function clear() {
    if (drawn > 0) stream.write(`\x1b[${drawn}A\x1b[J`)
    drawn = 0
  }

  function draw() {
    if (!isLive) return
    clear()
    const width = Math.max(20, stream.columns || 80)
    for (const { title, since } of running) {
      const line = `${FRAMES[frame % FRAMES.length]} ${title} (${elapsed(Date.now() - since)})`
      stream.write(`${line.slice(0, width - 1)}\n`)
      drawn++
    }
  }

  function tick() {
    frame++
    if (isLive) return draw()
    for (const step of running) {
      const isDue = step.announced
        ? step.announced !== step.title && Date.now() - step.announcedAt >= ANNOUNCED_AGAIN_MS
        : Date.now() - step.since >= 2_000
      if (!isDue) continue
      Object.assign(step, { announced: step.title, announcedAt: Date.now() })
      stream.write(`… ${step.title}\n`)
    }
  }

  /** @param {string} text */
  function say(text) {
    clear()
    stream.write(`${text}\n`)
    draw()
  }

  return {
    say,
    step(title) {
      const entry = { title, since: Date.now(), announced: '', announcedAt: 0 }
      running.add(entry)
      timer ??= setInterval(tick, isLive ? 120 : 500)
      timer.unref()
      draw()
      /** @param {string} mark @param {string} text */
      const end = (mark, text) => {
        if (!running.delete(entry)) return
        if (running.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
        say(`${mark} ${text} (${elapsed(Date.now() - entry.since)})`)
      }
      return {
        done: (text = entry.title) => end('✔', text),
        fail: (text = entry.title) => end('✖', text),
        update: (text) => {
          entry.title = text
          draw()
        },
      }
    },
  }
}
