/** First in, first out. Array.shift moves all that stay, which for a hundred thousand takes milliseconds each time. */
export class Fifo<Item> {
  #items: Item[]
  #taken = 0

  constructor(items: Item[] = []) {
    this.#items = items
  }

  get size(): number {
    return this.#items.length - this.#taken
  }

  push(item: Item): void {
    this.#items.push(item)
  }

  first(): Item | undefined {
    return this.#items[this.#taken]
  }

  shift(): Item | undefined {
    if (this.size === 0) return undefined
    const item = this.#items[this.#taken++]
    if (this.#taken * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#taken)
      this.#taken = 0
    }
    return item
  }
}
