/** What is answered as it stands: JSON that was written before, and its version. */
export class ReadyAnswer {
  readonly json: Buffer
  readonly version: string

  constructor(answer: { version: string }) {
    this.json = Buffer.from(JSON.stringify(answer))
    this.version = answer.version
  }
}
