import type { ClaimForm, EditAsked, Forms } from '../../../types/protocol';
import { quoted } from './forms.svelte';

/** A column of the board. */
export interface Column {
  id: string;
  name: string;
  claims: ClaimForm[];
  /** What puts a claim into it; null if nothing can. */
  take: ((claim: ClaimForm) => EditAsked[]) | null;
}

/** What a claim is called: its words, or else its id. */
export function called(claim: ClaimForm): string {
  return claim.text ?? claim.quantity ?? claim.id ?? claim.path;
}

/** Sets a field of a claim, or takes it out where nothing is said. */
export function field(claim: ClaimForm, key: string, written: string | null): EditAsked {
  const path = `${claim.path}.${key}`;
  return written === null ? { do: 'remove', path } : { do: 'put', path, value: written };
}

/** What lets a claim bear on a question, or on none. */
export function bearing(claim: ClaimForm, on: string | null): EditAsked[] {
  const counts = [
    ...(claim.quantity === null ? [] : [field(claim, 'quantity', null)]),
    ...(claim.value === null ? [] : [field(claim, 'value', null)]),
  ];
  if (on === null) {
    const said = { on: claim.on, stance: claim.stance, strength: claim.strength, likelihood_ratio: claim.likelihood_ratio };
    return Object.entries(said).filter(([, value]) => value !== null).map(([key]) => field(claim, key, null));
  }
  const stance = claim.stance === null && claim.likelihood_ratio === null ? [field(claim, 'stance', '"for"')] : [];
  return [...counts, field(claim, 'on', quoted(on)), ...stance];
}

/** An id for a new claim, of its words. */
export function idFor(text: string, forms: Forms): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const begin = words.slice(0, 4).join('-').slice(0, 40) || 'claim';
  const taken = new Set(forms.claims.map((claim) => claim.id));
  let id = begin;
  for (let n = 2; taken.has(id); n++) id = `${begin}-${n}`;
  return id;
}
