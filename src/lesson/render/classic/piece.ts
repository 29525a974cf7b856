import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { MediaForm } from '../outgoingMessage.ts'
import type { RichText } from '../text/richText.ts'

/** What content comes to before it is known which of it goes into one message. */
export type Piece =
  /** `previews`: addresses whose preview is to be shown. */
  | { kind: 'text'; text: RichText; previews?: readonly string[] }
  | { kind: 'media'; items: { media: MediaFile; as: MediaForm; caption: string }[] }
