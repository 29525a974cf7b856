import { spawn } from 'node:child_process'
import process from 'node:process'
import { setTimeout } from 'node:timers'

const KEPT_CHARACTERS = 64_000

/**
 * @typedef {object} ToolResult
 * @property {number} code exit code; 127 if the command was not found, 128 + n after a signal
 * @property {string} stdout
 * @property {string} output the last part of both streams together, for a person
 * @property {boolean} isMissing the command does not exist
 */

/**
 * Runs a short-lived tool quietly and keeps what it said. It runs in a process group of its own, known to the
 * guard, so that neither Ctrl-C nor a killed launcher leaves it behind.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, guard?: import('./startGuard.mjs').Guard, signal?: AbortSignal, uid?: number, gid?: number, isShown?: boolean, stopLimitMs?: number, onMessage?: (message: unknown) => void }} [options]
 *   isShown: the tool writes to our own output instead (a test runner's summary);
 *   onMessage: what it says over a channel of its own; stopLimitMs: how long it may take to end when it is to
 * @returns {Promise<ToolResult>}
 */
export function runTool(command, args, options = {}) {
  const { cwd, env, guard, signal, uid, gid, isShown = false, stopLimitMs = 3_000, onMessage } = options
  return new Promise((resolve) => {
    const sink = isShown ? 'inherit' : 'pipe'
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      detached: true,
      stdio: ['ignore', sink, sink, ...(onMessage ? /** @type {const} */ (['ipc']) : [])],
      ...(uid === undefined ? {} : { uid, gid }),
    })
    let stdout = ''
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output = (output + text).slice(-KEPT_CHARACTERS)
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-KEPT_CHARACTERS)
    })
    if (onMessage) child.on('message', onMessage)
    const { pid } = child
    if (pid !== undefined)
      guard?.track({ name: command, pid, order: 0, signal: 'SIGTERM', limitMs: stopLimitMs })
    const abort = () => {
      if (pid === undefined) return
      try {
        process.kill(-pid, 'SIGTERM')
        setTimeout(() => killGroup(pid), stopLimitMs).unref()
      } catch {
        // It has ended meanwhile.
      }
    }
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    child.on('error', (error) => {
      const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT'
      finish(isMissing ? 127 : 126, `${output}${error.message}`, isMissing)
    })
    child.on('close', (code, name) => finish(code ?? (name === 'SIGKILL' ? 137 : 143), output, false))

    /** @param {number} code @param {string} text @param {boolean} isMissing */
    function finish(code, text, isMissing) {
      signal?.removeEventListener('abort', abort)
      if (pid !== undefined) {
        killGroup(pid)
        guard?.untrack(pid)
      }
      resolve({ code, stdout, output: text, isMissing })
    }
  })
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing is left of it.
  }
}

/**
 * @param {string} text
 * @param {number} [count]
 * @returns {string} the last lines that say something, indented for the terminal
 */
export function lastLines(text, count = 15) {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n')
}
