import type { RichText, TextEntity } from './richText.ts'

type Wrapping = TextEntity extends infer Entity
  ? Entity extends TextEntity
    ? Omit<Entity, 'offset' | 'length'>
    : never
  : never

/** The whole text under one more entity. */
export const wrapText = (rich: RichText, wrapping: Wrapping): RichText => {
  const entity = { ...wrapping, offset: 0, length: rich.text.length } as TextEntity
  return rich.text === '' ? rich : { text: rich.text, entities: [entity, ...rich.entities] }
}
