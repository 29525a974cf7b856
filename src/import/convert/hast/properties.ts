import type { Element } from 'hast'

export const propertyOf = ({ properties }: Element, name: string): string => {
  const value = properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null || value === false ? '' : String(value)
}

export const classesOf = (element: Element): string[] =>
  propertyOf(element, 'className').split(/\s+/).filter(Boolean)

export const numberOf = (element: Element, name: string, least: number): number => {
  const value = Number.parseInt(propertyOf(element, name), 10)
  return Number.isSafeInteger(value) && value >= least ? Math.min(value, 1_000_000) : least
}
