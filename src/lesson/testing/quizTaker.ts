import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { Learner } from './learner.ts'

type Question = Extract<LessonEffect, { type: 'question' }>

/** A learner who takes quizzes, and answers the question that was asked last. */
export class QuizTaker extends Learner {
  /** @throws {Error} when the last act led to no question */
  asked(): Question {
    const question = this.effects.find((effect): effect is Question => effect.type === 'question')
    if (!question) throw new Error(`no question, but ${this.effects.map(({ type }) => type).join()}`)
    return question
  }

  answer(option: number): LessonEffect[] {
    return this.act({ type: 'tap', tap: { action: 'answer', version: this.state.version, option } })
  }

  toggle(action: 'select' | 'deselect', option: number): LessonEffect[] {
    return this.act({ type: 'tap', tap: { action, version: this.state.version, option } })
  }

  /** Telegram has sent the question as this poll. */
  receive(pollId: string, question = this.asked()): void {
    this.learnPoll({ pollId, about: question })
  }

  passPoll(pollId = 'p1', option = 0): LessonEffect[] {
    this.receive(pollId)
    return this.vote(pollId, option)
  }

  /** One attempt in words, from where the learner is. @returns what it ends with */
  attempt(...answers: string[]): LessonEffect | undefined {
    this.tap('quiz')
    for (const answer of answers) this.say(answer)
    return this.effects.at(-1)
  }
}
