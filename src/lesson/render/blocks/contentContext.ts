import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { RenderContext } from '../renderContext.ts'

/** What content is rendered with: the view's context and the files of its release, by id. */
export type ContentContext = Omit<RenderContext, 'style'> & { media: Readonly<Record<string, MediaFile>> }
