import type { Component } from 'svelte';
import type { Words } from '../words';
import Begin from './begin/Begin.svelte';
import Change from './change/Change.svelte';
import Conflict from './conflict/Conflict.svelte';
import Evidence from './evidence/Evidence.svelte';
import Handover from './handover/Handover.svelte';
import Intake from './intake/Intake.svelte';
import Packages from './packages/Packages.svelte';
import Read from './read/Read.svelte';
import Text from './text/Text.svelte';
import WhatIf from './whatif/WhatIf.svelte';

/** A view of the workbench: what the navigation shows, and the address names. */
interface View {
  id: string;
  name: (words: Words) => string;
  component: Component;
}

/** All views, in the order of the navigation. A new one is a folder beside this file and a row here. */
export const views = [
  { id: 'read', name: (words) => words.read.view, component: Read },
  { id: 'change', name: (words) => words.change.view, component: Change },
  { id: 'text', name: (words) => words.text.view, component: Text },
  { id: 'whatif', name: (words) => words.whatif.view, component: WhatIf },
  { id: 'packages', name: (words) => words.packages.view, component: Packages },
  { id: 'evidence', name: (words) => words.evidence.view, component: Evidence },
  { id: 'intake', name: (words) => words.intake.view, component: Intake },
  { id: 'conflict', name: (words) => words.conflict.view, component: Conflict },
  { id: 'handover', name: (words) => words.handover.view, component: Handover },
  { id: 'begin', name: (words) => words.begin.view, component: Begin },
] as const satisfies readonly View[];

export type ViewId = (typeof views)[number]['id'];
