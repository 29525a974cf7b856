import type { Draw } from '../draw.ts'
import type { PlannedAnswer, PlannedQuestion } from '../plan/types.ts'
import { fileOf } from './files.ts'
import type { Deed } from './deed.ts'
import type { Scene, SeenButton } from './scene.ts'

type Chosen = Extract<PlannedAnswer, { kind: 'choice' }>

const bare = ({ label }: SeenButton) => label.replace(/^[☐☑]\s*/u, '')

const tapOn = (scene: Scene, button: SeenButton | undefined): Deed | null =>
  button === undefined
    ? null
    : { type: 'tap', messageId: scene.message.message_id, data: button.data, times: 1 }

const withAction = (scene: Scene, action: SeenButton['tap']['action']) =>
  scene.buttons.filter(({ tap }) => tap.action === action)

/** Who does not know it takes one of the wrong ones, or one of each. */
const wished = ({ right, wrong }: Chosen, isKnown: boolean, draw: Draw): string[] => {
  if (isKnown) return right
  const guess = draw.shuffle(wrong, 'guess').slice(0, 1)
  return right.length > 1 && draw.isSo(0.5, 'half') ? [...right.slice(0, 1), ...guess] : guess
}

const choose = (scene: Scene, wishes: readonly string[]): Deed | null => {
  const { poll, message_id: messageId } = scene.message
  if (poll) {
    const options = poll.options.flatMap(({ text }, place) => (wishes.includes(text) ? [place] : []))
    return { type: 'vote', messageId, options }
  }
  const [only] = withAction(scene, 'answer').filter((button) => wishes.includes(bare(button)))
  const missing = withAction(scene, 'select').find((button) => wishes.includes(bare(button)))
  const surplus = withAction(scene, 'deselect').find((button) => !wishes.includes(bare(button)))
  return tapOn(scene, only ?? missing ?? surplus ?? withAction(scene, 'submit')[0])
}

const arrange = (scene: Scene, items: readonly string[]): Deed | null => {
  const left = withAction(scene, 'select')
  const next = items.map((item) => left.find(({ label }) => label === item)).find((button) => button)
  return tapOn(scene, next ?? withAction(scene, 'submit')[0])
}

/** The one that is asked for is named last. */
const pair = (scene: Scene, pairs: Record<string, string>, isKnown: boolean): Deed | null => {
  const offered = withAction(scene, 'select')
  const [left = ''] = Object.keys(pairs).sort((a, b) => scene.text.lastIndexOf(b) - scene.text.lastIndexOf(a))
  const rights = Object.values(pairs)
  const right = pairs[left] ?? ''
  // Which one is offered first is chance of the product's: who does not know it takes what belongs to the next.
  const wish = isKnown ? right : rights[(rights.indexOf(right) + 1) % rights.length]
  return tapOn(scene, offered.find(({ label }) => label === wish) ?? withAction(scene, 'submit')[0])
}

/** What somebody does about the question before them; null when there is nothing to be done. */
export const answerQuestion = (
  scene: Scene,
  { answer }: PlannedQuestion,
  { isKnown, draw }: { isKnown: boolean; draw: Draw },
): Deed | null => {
  switch (answer.kind) {
    case 'choice':
      return choose(scene, wished(answer, isKnown, draw))
    case 'order':
      return arrange(scene, isKnown ? answer.items : draw.shuffle(answer.items, 'order'))
    case 'match':
      return pair(scene, answer.pairs, isKnown)
    case 'typed': {
      const [first = '', ...others] = isKnown ? answer.right : answer.wrong
      return { type: 'send', message: draw.pick([first, ...others], 'words') }
    }
    case 'sent':
      return { type: 'send', message: isKnown ? fileOf(answer.as) : 'Here it is' }
  }
}
