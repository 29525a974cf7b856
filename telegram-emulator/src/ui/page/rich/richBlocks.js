import { element } from '../dom.js'
import { codeBlock, expandableQuote } from '../entities.js'
import { documentCard, photo, video } from '../messages/media.js'
import { place } from '../messages/place.js'
import { audio, voice } from '../messages/sound.js'
import { text } from '../strings.js'
import { richButton, richText } from './richText.js'

/** A rich message as a node. `actions` are onTap(button), onCommand(text) and isProtected. */
export function richMessage(message, actions) {
  const root = element('div', { class: 'rich', dir: message.is_rtl ? 'rtl' : 'auto' })
  root.append(...blocks(message.blocks ?? [], { ...actions, root }))
  return root
}

const blocks = (list, context) => list.map((block) => richBlock(block, context))

const VIEWS = {
  paragraph: (block, context) => element('p', {}, richText(block.text, context)),
  heading: (block, context) => element(`h${block.size}`, {}, richText(block.text, context)),
  pre: (block, context) => codeBlock(richText(block.text, context), block.language, !context.isProtected),
  footer: (block, context) => element('footer', {}, richText(block.text, context)),
  thinking: (block, context) => element('p', { class: 'thinking' }, richText(block.text, context)),
  divider: () => element('hr'),
  mathematical_expression: (block) => element('div', { class: 'math' }, block.expression),
  anchor: (block) => element('span', { 'data-anchor': block.name }),
  list,
  blockquote: (block, context) =>
    element('blockquote', {}, blocks(block.blocks, context), credit(block, context)),
  expandable_blockquote: (block, context) =>
    expandableQuote([...richText(block.text, context), credit(block, context)]),
  pullquote: (block, context) =>
    element('blockquote', { class: 'pull' }, richText(block.text, context), credit(block, context)),
  collage: (block, context) =>
    figure(block, context, element('div', { class: 'collage' }, blocks(block.blocks, context))),
  // Slides are scrolled sideways with a finger, a wheel or the arrow keys.
  slideshow: (block, context) =>
    figure(
      block,
      context,
      element('div', { class: 'slideshow', tabIndex: 0 }, blocks(block.blocks, context)),
    ),
  table,
  details: (block, context) =>
    element(
      'details',
      { open: block.is_open ?? false },
      element('summary', {}, richText(block.summary, context)),
      blocks(block.blocks, context),
    ),
  map: (block, context) => figure(block, context, place(block.location)),
  animation: (block, context) =>
    figure(block, context, video(block.animation, { kind: 'animation', hasSpoiler: block.has_spoiler })),
  audio: (block, context) => figure(block, context, audio(block.audio)),
  document: (block, context) => figure(block, context, documentCard(block.document, context.isProtected)),
  photo: (block, context) => figure(block, context, photo(block.photo, { hasSpoiler: block.has_spoiler })),
  video: (block, context) => figure(block, context, video(block.video, { hasSpoiler: block.has_spoiler })),
  voice_note: (block, context) => figure(block, context, voice(block.voice_note)),
  buttons: (block, context) =>
    element(
      'div',
      { class: `rich-buttons ${block.align ?? ''}` },
      block.buttons.map((button) => richButton(button, context)),
    ),
}

function richBlock(block, context) {
  const view = VIEWS[block.type]
  return view
    ? view(block, context)
    : element('p', { class: 'problem' }, text('unknownBlock', { type: block.type }))
}

function list(block, context) {
  const items = block.items.map((item) => {
    const mark = item.has_checkbox
      ? element('input', {
          type: 'checkbox',
          checked: item.is_checked ?? false,
          disabled: true,
          'aria-label': text(item.is_checked ? 'itemDone' : 'itemOpen'),
        })
      : element('span', { class: 'list-label' }, item.label)
    return element('li', {}, mark, element('div', {}, blocks(item.blocks, context)))
  })
  return element('ul', { class: 'rich-list' }, items)
}

function table(block, context) {
  const rows = block.cells.map((row) =>
    element(
      'tr',
      {},
      row.map((cell) =>
        element(
          cell.is_header ? 'th' : 'td',
          {
            colSpan: cell.colspan ?? 1,
            rowSpan: cell.rowspan ?? 1,
            class: `align-${cell.align} valign-${cell.valign}`,
          },
          richText(cell.text, context),
        ),
      ),
    ),
  )
  const kinds = ['bordered', 'striped', 'compact'].filter((kind) => block[`is_${kind}`])
  const caption = block.caption && element('caption', {}, richText(block.caption, context))
  return element(
    'div',
    { class: 'table-scroll', tabIndex: 0 },
    element('table', { class: kinds.join(' ') }, caption, element('tbody', {}, rows)),
  )
}

function figure(block, context, content) {
  const caption =
    block.caption &&
    element('figcaption', {}, richText(block.caption.text, context), credit(block.caption, context))
  return element('figure', {}, content, caption)
}

const credit = (block, context) => block.credit && element('cite', {}, richText(block.credit, context))
