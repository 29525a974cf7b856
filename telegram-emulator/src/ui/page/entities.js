/* global document, navigator */
import { element } from './dom.js'
import { language, text as label } from './strings.js'

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  blockquote: 'blockquote',
}

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote'])

/** A message's text with its entities, as nodes. `onCommand` is called with a command that is clicked. */
export function renderText(text, entities = [], onCommand = () => {}, canCopy = true) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  const fragment = document.createDocumentFragment()
  fragment.append(...renderRange(text, sorted, 0, text.length, { onCommand, canCopy }))
  return fragment
}

/** Entities nest: what begins inside another one is drawn inside it. */
function renderRange(text, entities, from, to, actions) {
  const nodes = []
  let position = from
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i]
    if (entity.offset < position) continue
    const end = Math.min(to, entity.offset + entity.length)
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset))
    const inner = entities.slice(i + 1).filter((other) => other.offset < end)
    const content = renderRange(text, inner, entity.offset, end, actions)
    nodes.push(renderEntity(entity, text.slice(entity.offset, end), content, actions))
    // A block ends its line by itself: the line feed after it would show as an empty line.
    position = BLOCKS.has(entity.type) && text[end] === '\n' ? end + 1 : end
  }
  if (position < to) nodes.push(text.slice(position, to))
  return nodes
}

function renderEntity(entity, source, content, { onCommand, canCopy }) {
  switch (entity.type) {
    case 'url':
      return link(/^[a-z][a-z\d+.-]*:/i.test(source) ? source : `http://${source}`, content)
    case 'text_link':
      return link(entity.url, content)
    case 'bot_command':
      return element(
        'button',
        { class: 'command', type: 'button', onclick: () => onCommand(source) },
        content,
      )
    case 'pre':
      return codeBlock(content, entity.language, canCopy)
    case 'expandable_blockquote':
      return expandableQuote(content)
    case 'spoiler':
      return spoiler(content)
    case 'date_time':
      return element('time', {}, formatTime(entity, source))
    case 'mention':
    case 'hashtag':
    case 'text_mention':
      return element('span', { class: 'mention' }, content)
    default:
      return element(TAGS[entity.type] ?? 'span', {}, content)
  }
}

/** Only web addresses become links. */
export function link(address, content) {
  const isWeb = /^https?:\/\//i.test(address)
  if (!isWeb) return element('span', { class: 'mention' }, content)
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, content)
}

export function spoiler(content) {
  const node = element(
    'button',
    { class: 'spoiler', type: 'button', 'aria-label': label('showSpoiler') },
    content,
  )
  node.addEventListener('click', () => {
    node.classList.add('open')
    node.removeAttribute('aria-label')
  })
  return node
}

export function formatTime(entity, fallback) {
  if (!entity.date_time_format) return fallback
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    entity.unix_time * 1000,
  )
}

/** Code with a button that copies it, unless the message is protected. */
export function codeBlock(content, codeLanguage, canCopy) {
  const code = element('code', {}, content)
  const copy = element(
    'button',
    { class: 'copy', type: 'button', onclick: () => navigator.clipboard.writeText(code.textContent) },
    label('copy'),
  )
  return element('pre', { 'data-language': codeLanguage }, canCopy && copy, code)
}

export function expandableQuote(content) {
  const toggle = () => {
    const isOpen = quote.classList.toggle('open')
    button.setAttribute('aria-expanded', String(isOpen))
    button.textContent = label(isOpen ? 'showLess' : 'showMore')
  }
  const button = element(
    'button',
    { class: 'expand', type: 'button', 'aria-expanded': 'false', onclick: toggle },
    label('showMore'),
  )
  const quote = element('blockquote', { class: 'expandable' }, element('div', {}, content), button)
  return quote
}
