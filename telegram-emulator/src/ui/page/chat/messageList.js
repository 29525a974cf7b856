/* global setTimeout, clearTimeout */
import { element, icon } from '../dom.js'
import { language, text } from '../strings.js'

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
const LONG_PRESS_MS = 500
const DRAFT_MS = 30_000

/** The messages of a chat. `view(message)` draws one; `onMenu(message, point)` is asked for its menu. */
export function createMessageList({ view, onMenu }) {
  const list = element('div', { class: 'messages', role: 'log' })
  const badge = element('span', { class: 'badge' })
  const jump = element(
    'button',
    { class: 'jump', type: 'button', hidden: true, 'aria-label': text('jumpDown') },
    icon('down'),
    badge,
  )
  const node = element('div', { class: 'stage' }, list, jump)
  const messages = new Map()
  const views = new Map()
  let introduction
  let album
  let last
  let unread = 0
  let draft
  let draftTimer

  const isNearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 80
  const toEnd = () => (list.scrollTop = list.scrollHeight)
  const articleOf = (event) => event.target.closest('article[data-id]')
  const messageOf = (article) => messages.get(Number(article?.dataset.id))

  jump.addEventListener('click', toEnd)
  list.addEventListener('scroll', () => countUnread(isNearEnd() ? 0 : unread))
  // A picture that has loaded is higher than its place: who reads the end stays there.
  list.addEventListener(
    'load',
    () => {
      if (list.scrollHeight - list.scrollTop - list.clientHeight < 480) toEnd()
    },
    true,
  )
  list.addEventListener('contextmenu', (event) => {
    const article = articleOf(event)
    const message = messageOf(article)
    if (!message || event.target.closest('a, audio, video')) return
    event.preventDefault()
    const { left, top } = article.getBoundingClientRect()
    // The keyboard's menu key has no place of its own.
    const isPointed = event.clientX > 0 || event.clientY > 0
    onMenu(message, isPointed ? { x: event.clientX, y: event.clientY } : { x: left + 24, y: top + 24 })
  })
  followLongPress()
  list.addEventListener('keydown', (event) => {
    const article = event.target
    if (!article.matches('article[data-id]')) return
    const all = [...views.values()]
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step) focusOn(all[all.indexOf(article) + step])
    else if (event.key === 'Enter') {
      const { left, top } = article.getBoundingClientRect()
      onMenu(messageOf(article), { x: left + 24, y: top + 24 })
    } else return
    event.preventDefault()
  })

  /** Where a finger that stays brings no context menu. */
  function followLongPress() {
    let timer
    list.addEventListener('touchstart', (event) => {
      const message = messageOf(articleOf(event))
      const [{ clientX: x, clientY: y }] = event.touches
      clearTimeout(timer)
      if (message) timer = setTimeout(() => onMenu(message, { x, y }), LONG_PRESS_MS)
    })
    for (const type of ['touchend', 'touchmove', 'touchcancel', 'contextmenu'])
      list.addEventListener(type, () => clearTimeout(timer))
  }

  /** One message at a time is on the way of the Tab key; the arrows lead to the others. */
  function focusOn(article) {
    if (!article) return
    makeTabStop(article)
    article.focus()
  }

  function makeTabStop(article) {
    for (const other of list.querySelectorAll('article[tabindex="0"]')) other.tabIndex = -1
    article.tabIndex = 0
  }

  function countUnread(count) {
    unread = count
    badge.textContent = count > 0 ? String(count) : ''
    jump.hidden = isNearEnd()
  }

  function append(message, article) {
    introduction?.remove()
    const date = day.format(message.date * 1000)
    const isNewDay = !last || day.format(last.date * 1000) !== date
    if (isNewDay) list.append(element('div', { class: 'day' }, element('span', {}, date)))
    // Messages of one sender within a few minutes stand close, and only the last of them has a tail.
    const follows = last?.from.id === message.from.id && message.date - last.date < 300 && !isNewDay
    if (follows) article.classList.add('grouped')
    if (!message.media_group_id) list.append(article)
    else if (message.media_group_id === last?.media_group_id && album?.isConnected) album.append(article)
    else {
      album = element('div', { class: `album ${message.from.is_bot ? 'incoming' : 'outgoing'}` }, article)
      list.append(album)
    }
    last = message
    makeTabStop(article)
  }

  function endDraft() {
    clearTimeout(draftTimer)
    draft?.remove()
    draft = undefined
  }

  return {
    node,
    messages,
    toEnd,
    /** A new message, or an old one that looks different now. */
    put(message) {
      const isAtEnd = isNearEnd()
      const old = views.get(message.message_id)
      const article = view(message)
      messages.set(message.message_id, message)
      views.set(message.message_id, article)
      if (old) {
        article.tabIndex = old.tabIndex
        if (old.classList.contains('grouped')) article.classList.add('grouped')
        old.replaceWith(article)
      } else {
        endDraft()
        append(message, article)
      }
      if (isAtEnd || (!old && !message.from.is_bot)) toEnd()
      else if (!old) countUnread(unread + 1)
    },
    remove(ids) {
      for (const id of ids) {
        views.get(id)?.remove()
        views.delete(id)
        messages.delete(id)
      }
      last = [...messages.values()].at(-1)
      for (const empty of list.querySelectorAll('.album:empty, .day:has(+ .day), .day:last-child'))
        empty.remove()
      const end = [...views.values()].at(-1)
      if (end && !list.querySelector('article[tabindex="0"]')) makeTabStop(end)
    },
    jumpTo(id) {
      const article = views.get(id)
      if (!article) return
      article.scrollIntoView({ block: 'center' })
      article.classList.add('found')
      article.addEventListener('animationend', () => article.classList.remove('found'), { once: true })
      focusOn(article)
    },
    /** What stands in place of messages as long as there are none. */
    introduce(content) {
      introduction?.remove()
      introduction = element('div', { class: 'introduction' }, content)
      if (messages.size === 0) list.append(introduction)
    },
    /** A message that the bot is still writing: shown for 30 seconds or until the next message. */
    showDraft(article) {
      const isAtEnd = isNearEnd()
      endDraft()
      draft = article
      draft.classList.add('draft')
      draft.setAttribute('aria-live', 'off')
      list.append(draft)
      draftTimer = setTimeout(endDraft, DRAFT_MS)
      if (isAtEnd) toEnd()
    },
  }
}
