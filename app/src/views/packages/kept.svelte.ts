import type { KeepAsked, PackageKept, Refusal } from '../../../types/protocol';
import { refusalOf } from './builder.svelte';
import { askKept, keepPackage } from './routes';

/** The packages that are kept by name beside the case. */
class Kept {
  packages = $state.raw<readonly PackageKept[]>([]);
  /** The names of those that lie side by side. */
  beside = $state.raw<readonly string[]>([]);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  async list(): Promise<void> {
    this.refusal = await this.#take(askKept);
  }

  /** Changes what is kept. Why that cannot be, or null. */
  change(asked: KeepAsked): Promise<Refusal | 'unreachable' | null> {
    return this.#take(() => keepPackage(asked));
  }

  async #take(ask: () => Promise<{ packages: PackageKept[] }>): Promise<Refusal | 'unreachable' | null> {
    try {
      this.packages = (await ask()).packages;
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }
}

export const kept = new Kept();
