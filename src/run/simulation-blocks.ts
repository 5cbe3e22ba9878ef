/** What the threads of a simulation share: memory that all of them see. */
export interface SharedWork {
  /** One list for each total, as long as there are draws. */
  readonly totals: readonly Float64Array[];
  /** How many blocks are taken, and how many are done. */
  readonly progress: Int32Array;
}

/**
 * Takes blocks that no other thread has taken, one after the other, and draws them until none is left. Which thread draws
 * a block makes no difference to what is in it.
 *
 * @param work shared with the other threads
 * @param blocks how many there are
 * @param drawBlock from blockDrawer
 */
export function takeBlocks(
  { progress }: SharedWork,
  blocks: number,
  drawBlock: (block: number) => void,
): void {
  for (;;) {
    const block = Atomics.add(progress, 0, 1);
    if (block >= blocks) return;
    drawBlock(block);
    Atomics.add(progress, 1, 1);
  }
}
