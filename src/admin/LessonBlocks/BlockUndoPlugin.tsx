'use client'

import { BlockNode } from '@payloadcms/richtext-lexical/client'
import {
  $addUpdateTag,
  $hasUpdateTag,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

/**
 * A block that was inserted asks the server for its fields' defaults, and Payload writes them into it later: a change that
 * nobody made. It is part of the insertion here, so that one undo takes the whole of it back.
 */
export const BlockUndoPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const awaited = new Set<string>()
    const forgetCreated = editor.registerMutationListener(
      BlockNode,
      (mutations) => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'created') awaited.add(key)
          else if (mutation === 'destroyed') awaited.delete(key)
        }
      },
      { skipInitialization: true },
    )
    const forgetChanged = editor.registerNodeTransform(BlockNode, (node) => {
      if ($hasUpdateTag(SKIP_DOM_SELECTION_TAG) && awaited.delete(node.getKey()))
        $addUpdateTag(HISTORY_MERGE_TAG)
    })
    return () => {
      forgetCreated()
      forgetChanged()
    }
  }, [editor])
  return null
}
