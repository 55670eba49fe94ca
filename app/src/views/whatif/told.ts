import type { Refusal } from '../../../types/protocol';
import { Refused, Unreachable } from '../../protocol/client';
import { spoken } from '../../state/language.svelte';
import { notices } from '../../state/notice.svelte';

/** Why something about a variant was refused, for people. */
export function told(refused: Refusal | 'taken' | 'unreachable'): string {
  const w = spoken.words.whatif;
  if (refused === 'taken') return w.taken;
  if (refused === 'unreachable') return w.unreachable;
  return refused.hint ? `${refused.message}; ${refused.hint}` : refused.message;
}

/** Does something that the server may refuse; tells the person if it does, and gives nothing then. */
export async function attempted<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    notices.problem(told(error instanceof Refused ? error.refusal : 'unreachable'));
    return null;
  }
}
