import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import { askToErase } from './erasure/askToErase.ts'
import { askForRating } from './rating/askForRating.ts'
import { resume } from './resume.ts'
import { showSettings } from './settings/showSettings.ts'
import { showBookmarks } from './showBookmarks.ts'
import { showContents } from './showContents.ts'
import { showProgress } from './showProgress.ts'
import { showWelcome } from './showWelcome.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

type Command = Extract<LessonEvent, { type: 'command' }>['command']

export const commanded = (turn: Turn, command: Command): AdvanceResult => {
  const { state, newest } = turn
  if (command === 'help') return answer(turn, { type: 'help', releaseId: newest.id })
  if (command === 'deleteMe') return askToErase(turn)
  if (state.view === 'none') return answer(turn, { type: 'notice', key: 'notStarted' })
  switch (command) {
    case 'progress':
      return showProgress(turn)
    case 'contents':
      return showContents(turn)
    case 'bookmarks':
      return showBookmarks(turn)
    case 'resume':
      return state.stepId === null && state.view === 'welcome' ? showWelcome(turn) : resume(turn)
    case 'settings':
      return showSettings(turn, { page: 'main' })
    case 'rate':
      return askForRating(turn)
    case 'restart':
      return answer(turn, {
        type: 'restart',
        releaseId: newest.id,
        version: state.version,
        isCompleted: state.completedAt !== null,
      })
    case 'unknown':
      return answer(turn, { type: 'notice', key: 'unknownCommand' })
  }
}
