/* global ResizeObserver */
import { element, icon } from '../dom.js'
import { language, text } from '../strings.js'
import { followPointing } from './followPointing.js'
import { keepMedia } from './keepMedia.js'
import { createDraftPlace } from './draftPlace.js'

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
const NEAR_PX = 80
/** Messages of one sender within so many seconds stand close, and only the last of them has a tail. */
const TOGETHER_S = 300

/** The messages of a chat. `view(message)` draws one; `onMenu(message, point)` is asked for its menu. */
export function createMessageList({ view, onMenu }) {
  const column = element('div', { class: 'column' })
  const list = element('div', { class: 'messages', role: 'log' }, column)
  const badge = element('span', { class: 'badge' })
  const jump = element(
    'button',
    { class: 'jump', type: 'button', hidden: true, 'aria-label': text('jumpDown'), onclick: toEnd },
    icon('down'),
    badge,
  )
  const node = element('div', { class: 'stage' }, list, jump)
  const messages = new Map()
  const views = new Map()
  const draft = createDraftPlace(column)
  let introduction
  let album
  let last
  let unread = 0
  let isAtEnd = true
  let top = 0

  list.addEventListener('scroll', () => {
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX
    // Only who goes up leaves the end: it may move away below them, before they hear of their own scrolling.
    isAtEnd = isNear || (isAtEnd && list.scrollTop >= top)
    top = list.scrollTop
    countUnread(isAtEnd ? 0 : unread)
  })
  // Pictures load, keyboards open, drafts grow: who reads the end stays there.
  const resized = new ResizeObserver(() => isAtEnd && toEnd())
  resized.observe(list)
  resized.observe(column)
  followPointing(list, {
    messageOf: (article) => messages.get(Number(article?.dataset.id)),
    onMenu,
    onStep(article, step) {
      const all = [...views.values()]
      focusOn(all[all.indexOf(article) + step])
    },
  })

  function toEnd() {
    isAtEnd = true
    list.scrollTop = list.scrollHeight
    top = list.scrollTop
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

  function countUnread(number) {
    unread = number
    badge.textContent = number > 0 ? String(number) : ''
    jump.hidden = isAtEnd
  }

  function append(message, article) {
    introduction?.remove()
    const date = day.format(message.date * 1000)
    const isNewDay = !last || day.format(last.date * 1000) !== date
    if (isNewDay) column.append(element('div', { class: 'day' }, element('span', {}, date)))
    const follows = last?.from.id === message.from.id && message.date - last.date < TOGETHER_S && !isNewDay
    if (follows) article.classList.add('grouped')
    if (!message.media_group_id) column.append(article)
    else if (message.media_group_id === last?.media_group_id && album?.isConnected) album.append(article)
    else {
      album = element('div', { class: `album ${message.from.is_bot ? 'incoming' : 'outgoing'}` }, article)
      column.append(album)
    }
    if (album?.isConnected) album.dataset.count = String(album.childElementCount)
    last = message
    makeTabStop(article)
  }

  function replace(old, article) {
    article.tabIndex = old.tabIndex
    if (old.classList.contains('grouped')) article.classList.add('grouped')
    const hadFocus = old.contains(old.ownerDocument.activeElement)
    keepMedia(old, article)
    old.replaceWith(article)
    if (hadFocus) article.focus({ preventScroll: true })
  }

  return {
    node,
    messages,
    toEnd,
    viewOf: (id) => views.get(id),
    /** A new message, or an old one that looks different now. */
    put(message) {
      const wasAtEnd = isAtEnd
      const old = views.get(message.message_id)
      const article = view(message)
      messages.set(message.message_id, message)
      views.set(message.message_id, article)
      if (old) replace(old, article)
      else {
        draft.end()
        append(message, article)
      }
      if (wasAtEnd || (!old && !message.from.is_bot)) toEnd()
      else if (!old) countUnread(unread + 1)
    },
    remove(ids) {
      for (const id of ids) {
        views.get(id)?.remove()
        views.delete(id)
        messages.delete(id)
      }
      last = [...messages.values()].at(-1)
      for (const empty of list.querySelectorAll(
        '.album:empty, .day:not(article):has(+ .day:not(article)), .day:not(article):last-child',
      ))
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
    /** The person has seen everything up to a message: what comes after it begins below a line. */
    beginAfter(id) {
      const first = [...messages.values()].find(({ message_id, from }) => message_id > id && from.is_bot)
      if (!first || first === messages.values().next().value) return toEnd()
      const article = views.get(first.message_id)
      const line = element('div', { class: 'unread-line' }, element('span', {}, text('unread')))
      ;(article.closest('.album') ?? article).before(line)
      toEnd()
      if (line.offsetTop < list.scrollTop) list.scrollTop = line.offsetTop - NEAR_PX
    },
    /** What stands in place of messages as long as there are none. */
    introduce(content) {
      introduction?.remove()
      introduction = element('div', { class: 'introduction' }, content)
      if (messages.size === 0) column.append(introduction)
    },
    showDraft(article) {
      draft.show(article)
    },
  }
}
