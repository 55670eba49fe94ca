import type { all } from '../../words/en/day-after-all';

/** The words of this view. They are loaded with it, so that nobody waits for them who does not come here; nothing of the view is shown before. */
class Said {
  words = $state.raw<typeof all | null>(null);

  get now(): typeof all {
    return this.words!;
  }
}

export const said = new Said();
