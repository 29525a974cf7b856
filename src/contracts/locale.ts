import { z } from 'zod'

/** Languages in which the product itself speaks. */
export const locales = ['ru', 'en'] as const
export const localeSchema = z.enum(locales)
export type Locale = z.infer<typeof localeSchema>
