/**
 * A failure a person can act on: one sentence of what happened, one of what to do, and no stack trace.
 * Everything else that is thrown is a defect and keeps its stack.
 */
export class ExpectedFailure extends Error {
  /** @type {string | undefined} */
  advice
  /** @type {number} */
  exitCode

  /**
   * @param {string} what one sentence: what went wrong
   * @param {string} [advice] what to do about it
   * @param {{ exitCode?: number }} [options]
   */
  constructor(what, advice, options = {}) {
    super(what)
    this.name = 'ExpectedFailure'
    this.advice = advice
    this.exitCode = options.exitCode ?? 1
  }

  /** @param {{ what: string, advice?: string }} text */
  static from({ what, advice }) {
    return new ExpectedFailure(what, advice)
  }
}
