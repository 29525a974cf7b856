import type { LearnerRelease } from '../../src/contracts/learnerRelease.ts'
import { renderEffect } from '../../src/lesson/render/renderEffect.ts'
import type { RenderContext } from '../../src/lesson/render/renderContext.ts'

const linkOf = ({ id }: { id: string }) => `https://files.example/${id}`

/** Each step of a course as the runner shows it. */
export const renderSteps = (release: LearnerRelease, style: RenderContext['style']): void => {
  for (const { id } of release.steps)
    renderEffect(
      release,
      {
        ...{ type: 'step', releaseId: release.id, version: 1, stepId: id, isCompleted: false, hasBack: true },
        ...{ progress: { done: 1, total: 10, percent: 10 }, next: 'next' },
      },
      { locale: 'en', style, linkOf },
    )
}

/** The least that shows a step: its text alone, whatever it stands in, cut where a message ends. */
export const joinTexts = (release: LearnerRelease): void => {
  for (const { content } of release.steps) {
    const texts: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('text' in value && typeof value.text === 'string') texts.push(value.text)
      for (const part of Object.values(value)) collect(part)
    }
    collect(content)
    const text = texts.join('\n')
    for (let at = 0; at < text.length; at += 4096) text.slice(at, at + 4096)
  }
}
