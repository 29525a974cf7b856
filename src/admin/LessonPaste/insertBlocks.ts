import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  HISTORY_PUSH_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import type { Block } from '../../lesson/content/block.ts'
import { toLexical } from '../../lesson/content/toLexical.ts'

/** Of the form that Payload gives to its blocks' ids; not `randomUUID`, which a page without TLS has not. */
const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Each block has an id that no other has, also when the same is inserted twice. */
const withNewIds = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(withNewIds) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withNewIds(inner)] as const)
  const copy = Object.fromEntries(entries)
  return ('blockType' in copy ? { ...copy, id: newId() } : copy) as Value
}

const nodesOf = (blocks: readonly Block[]): LexicalNode[] =>
  (withNewIds(toLexical(blocks)).root.children as SerializedLexicalNode[]).map($parseSerializedNode)

const lineTypes = new Set(['paragraph', 'heading', 'quote'])
const goesOn = new Set([...lineTypes, 'list', 'listitem'])

/** A heading or a list in the middle of a line begins a line of its own; what it is would be lost in the other. */
const $breakLine = (selection: RangeSelection, first: Block | undefined): void => {
  if (!selection.isCollapsed()) selection.removeText()
  const line = selection.anchor.getNode().getTopLevelElement()
  const isLine = line !== null && lineTypes.has(line.getType())
  if (first?.type !== 'paragraph' && isLine && line.getTextContent() !== '') selection.insertParagraph()
}

/**
 * Puts blocks where the cursor is, in place of what is selected. A single paragraph goes on in the line that is there.
 * One step for undo. Inserted tables take the cursor into their first cell if `isEntered`.
 */
export const insertBlocks = (
  editor: LexicalEditor,
  blocks: readonly Block[],
  { isEntered = false }: { isEntered?: boolean } = {},
): void =>
  editor.update(
    () => {
      if (blocks.length === 0) return
      // An editor that nobody has been in yet takes it at its end.
      const selection = $getSelection() ?? $getRoot().selectEnd()
      const nodes = nodesOf(blocks)
      const [first] = nodes
      const isLine = nodes.length === 1 && blocks[0]?.type === 'paragraph' && $isElementNode(first)
      const inserted = isLine ? first.getChildren() : nodes
      // Cells of a table take what is pasted in a way of their own.
      const event = { nodes: inserted, selection }
      if (editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, event)) return
      if ($isRangeSelection(selection)) {
        if (!isLine) $breakLine(selection, blocks[0])
        selection.insertNodes(inserted)
      } else $insertNodes(inserted)
      const last = inserted.at(-1)
      // Behind what has no line to go on in, one goes on in a line of its own.
      if (last && !isLine && !goesOn.has(last.getType()) && last.getNextSibling() === null) {
        const next = $createParagraphNode()
        last.insertAfter(next)
        next.select()
      }
      if (isEntered && $isElementNode(first)) first.getFirstDescendant()?.selectStart()
    },
    { tag: HISTORY_PUSH_TAG },
  )
