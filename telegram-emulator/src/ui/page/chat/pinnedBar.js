import { element } from '../dom.js'
import { messageSummary } from '../messages/summary.js'
import { text } from '../strings.js'

/** The pinned messages: the newest first, and with each press the one before it. */
export function createPinnedBar(onJump) {
  const node = element('button', { class: 'pinned', type: 'button', hidden: true, onclick: press })
  let pinned = []
  let shown = -1

  function press() {
    onJump(pinned.at(shown).message_id)
    shown = -shown < pinned.length ? shown - 1 : -1
    draw()
  }

  function draw() {
    node.hidden = pinned.length === 0
    if (node.hidden) return
    node.replaceChildren(
      element('strong', {}, text('pinned')),
      element('span', {}, messageSummary(pinned.at(shown))),
    )
  }

  return {
    node,
    /** In the order in which they were pinned. */
    show(messages) {
      if (messages.length !== pinned.length) shown = -1
      pinned = messages
      draw()
    },
  }
}
