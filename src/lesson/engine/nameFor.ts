import { placeholdersIn } from '../ownTexts/placeholdersIn.ts'
import type { Turn } from './turn.ts'

/** The learner's name for a view whose own words name it; nothing else has to know it. */
export const nameFor = ({ newest, name }: Turn, key: 'welcome' | 'completion'): { name?: string } => {
  const isNamed = Object.values(newest.texts ?? {}).some((texts) =>
    placeholdersIn(texts[key] ?? '').includes('name'),
  )
  return isNamed && name ? { name } : {}
}
