/* global setTimeout, clearTimeout */

const DRAFT_MS = 30_000

/** A message that the bot is still writing: shown for 30 seconds or until the next message. */
export function createDraftPlace(column) {
  let draft
  let timer

  function end() {
    clearTimeout(timer)
    draft?.remove()
    draft = undefined
  }

  return {
    end,
    show(article) {
      end()
      draft = article
      draft.classList.add('draft')
      draft.setAttribute('aria-live', 'off')
      column.append(draft)
      timer = setTimeout(end, DRAFT_MS)
    },
  }
}
