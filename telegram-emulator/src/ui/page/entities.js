/* global document */
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
export function renderText(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  const fragment = document.createDocumentFragment()
  fragment.append(...renderRange(text, sorted, 0, text.length, onCommand))
  return fragment
}

/** Entities nest: what begins inside another one is drawn inside it. */
function renderRange(text, entities, from, to, onCommand) {
  const nodes = []
  let position = from
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i]
    if (entity.offset < position) continue
    const end = Math.min(to, entity.offset + entity.length)
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset))
    const inner = entities.slice(i + 1).filter((other) => other.offset < end)
    const content = renderRange(text, inner, entity.offset, end, onCommand)
    nodes.push(renderEntity(entity, text.slice(entity.offset, end), content, onCommand))
    // A block ends its line by itself: the line feed after it would show as an empty line.
    position = BLOCKS.has(entity.type) && text[end] === '\n' ? end + 1 : end
  }
  if (position < to) nodes.push(text.slice(position, to))
  return nodes
}

function renderEntity(entity, source, content, onCommand) {
  switch (entity.type) {
    case 'url':
      return link(source, content)
    case 'text_link':
      return link(entity.url, content)
    case 'bot_command':
      return element(
        'button',
        { class: 'command', type: 'button', onclick: () => onCommand(source) },
        content,
      )
    case 'pre':
      return element('pre', { 'data-language': entity.language }, element('code', {}, content))
    case 'expandable_blockquote': {
      const quote = element('blockquote', { class: 'expandable' }, content)
      quote.addEventListener('click', () => quote.classList.toggle('open'))
      return quote
    }
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
function link(address, content) {
  const isWeb = /^https?:\/\//i.test(address)
  if (!isWeb) return element('span', { class: 'mention' }, content)
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, content)
}

function spoiler(content) {
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

function formatTime(entity, fallback) {
  if (!entity.date_time_format) return fallback
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    entity.unix_time * 1000,
  )
}
