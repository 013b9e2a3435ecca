/** A binary heap that gives back the last of its items in an order first. */
export class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #isAhead: (a: Item, b: Item) => boolean;

  constructor(isAhead: (a: Item, b: Item) => boolean) {
    this.#isAhead = isAhead;
  }

  /** The item that all others are ahead of. */
  last(): Item | undefined {
    return this.#items[0];
  }

  add(item: Item): void {
    const items = this.#items;
    let index = items.length;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = items[parentIndex] as Item;
      if (!this.#isAhead(parent, item)) break;
      items[index] = parent;
      index = parentIndex;
    }
    items[index] = item;
  }

  removeLast(): void {
    const items = this.#items;
    const item = items.pop();
    if (item === undefined || items.length === 0) return;
    let index = 0;
    for (;;) {
      const left = items[2 * index + 1];
      const right = items[2 * index + 2];
      if (left === undefined) break;
      const isRight = right !== undefined && this.#isAhead(left, right);
      const child = isRight ? right : left;
      if (!this.#isAhead(item, child)) break;
      items[index] = child;
      index = 2 * index + (isRight ? 2 : 1);
    }
    items[index] = item;
  }
}
