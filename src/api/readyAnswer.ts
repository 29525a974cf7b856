/** What is answered as it stands: JSON that was written before, and its version. */
export class ReadyAnswer {
  /** Not bytes: Node sends a text in one piece with the headers. */
  readonly json: string
  readonly version: string
  readonly bytes: number

  constructor(answer: { version: string }) {
    this.json = JSON.stringify(answer)
    this.bytes = Buffer.byteLength(this.json)
    this.version = answer.version
  }
}
