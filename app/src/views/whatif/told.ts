import type { Refusal } from '../../../types/protocol';
import { spoken } from '../../state/language.svelte';

/** Why something about a variant was refused, for people. */
export function told(refused: Refusal | 'taken' | 'unreachable'): string {
  const w = spoken.words.whatif;
  if (refused === 'taken') return w.taken;
  if (refused === 'unreachable') return w.unreachable;
  return refused.hint ? `${refused.message}; ${refused.hint}` : refused.message;
}
