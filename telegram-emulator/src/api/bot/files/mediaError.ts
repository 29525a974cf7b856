import { BotApiError } from '../botApiError.ts'

/** What the Bot API server makes of the codes that the servers behind it answer. */
const TEXTS: Record<string, string> = {
  WEBPAGE_CURL_FAILED: 'failed to get HTTP URL content',
  WEBPAGE_MEDIA_EMPTY: 'wrong type of the web page content',
  'Wrong file identifier/HTTP URL specified': 'wrong file identifier/HTTP URL specified',
  MEDIA_GROUPED_INVALID: "can't use the media of the specified type in the album",
}

/** A file that is refused only when it is sent: the whole message fails, or a whole album by one of its messages. */
export class MediaError extends BotApiError {
  /** As the servers say it, and as an album's error quotes it. */
  readonly serverText: string

  constructor(serverText: string) {
    super(400, `Bad Request: ${TEXTS[serverText] ?? serverText}`)
    this.serverText = serverText
  }
}
