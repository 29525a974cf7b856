'use client'

import { Button, Dropzone, toast } from '@payloadcms/ui'
import { useRef } from 'react'

import { useMessages } from '../lib/useMessages.ts'
import { sizeOf } from './sizeOf.ts'

const endings = ['.zip', '.md', '.markdown', '.mdx', '.rmd', '.qmd']

/** One archive or page, dropped or chosen. */
export const FileChoice = ({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) => {
  const { t, locale } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const [chosen] = files ?? []
    if (!chosen) return
    if (endings.some((ending) => chosen.name.toLowerCase().endsWith(ending))) onChoose(chosen)
    else toast.error(t('import.wrongKind', { name: chosen.name }))
  }
  return (
    <Dropzone className="gongbu-import__drop" onChange={take}>
      <input
        ref={input}
        type="file"
        aria-label={t('import.choose')}
        accept={endings.join()}
        hidden
        onChange={({ target }) => {
          take(target.files)
          // The same file, mended, may be chosen again.
          target.value = ''
        }}
      />
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <p aria-live="polite">
        {file ? t('import.chosen', { name: file.name, size: sizeOf(file.size, locale) }) : t('import.drop')}
      </p>
    </Dropzone>
  )
}
