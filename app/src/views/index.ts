import type { Load } from '../parts/Later.svelte';
import { look } from '../state/look.svelte';
import type { Words } from '../words';

/** A view of the workbench: what the navigation shows, and the address names. */
interface View {
  id: string;
  name: (words: Words) => string;
  /** Whether the case has anything for it: without that the navigation does not name it, and only its address leads there. */
  when?: () => boolean;
  load: Load;
}

/** All views, in the order of the navigation. A new one is a folder beside this file and a row here; each is loaded once it is wanted. */
export const views = [
  { id: 'read', name: (words) => words.read.view, load: () => import('./read/Read.svelte') },
  { id: 'change', name: (words) => words.change.view, load: () => import('./change/Change.svelte') },
  { id: 'text', name: (words) => words.text.view, load: () => import('./text/Text.svelte') },
  { id: 'whatif', name: (words) => words.whatif.view, load: () => import('./whatif/WhatIf.svelte') },
  { id: 'packages', name: (words) => words.packages.view, load: () => import('./packages/Packages.svelte') },
  { id: 'one-text', name: (words) => words.oneText.view, load: () => import('./one-text/OneText.svelte') },
  { id: 'day-after', name: (words) => words.dayAfter.view, when: () => look.dayAfter, load: () => import('./day-after/DayAfter.svelte') },
  { id: 'evidence', name: (words) => words.evidence.view, load: () => import('./evidence/Evidence.svelte') },
  { id: 'intake', name: (words) => words.intake.view, load: () => import('./intake/Intake.svelte') },
  { id: 'conflict', name: (words) => words.conflict.view, load: () => import('./conflict/Conflict.svelte') },
  { id: 'hands', name: (words) => words.hands.view, load: () => import('./hands/Hands.svelte') },
  { id: 'handover', name: (words) => words.handover.view, load: () => import('./handover/Handover.svelte') },
  { id: 'begin', name: (words) => words.begin.view, load: () => import('./begin/Begin.svelte') },
] as const satisfies readonly View[];

export type ViewId = (typeof views)[number]['id'];

/** Whether the navigation names a view. */
export const named = (view: View): boolean => view.when?.() ?? true;
