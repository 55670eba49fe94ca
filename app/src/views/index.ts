import type { Component } from 'svelte';
import type { Words } from '../words';
import Begin from './begin/Begin.svelte';
import Read from './read/Read.svelte';
import Text from './text/Text.svelte';

/** A view of the workbench: what the navigation shows, and the address names. */
interface View {
  id: string;
  name: (words: Words) => string;
  component: Component;
}

/** All views, in the order of the navigation. A new one is a folder beside this file and a row here. */
export const views = [
  { id: 'read', name: (words) => words.read.view, component: Read },
  { id: 'text', name: (words) => words.text.view, component: Text },
  { id: 'begin', name: (words) => words.begin.view, component: Begin },
] as const satisfies readonly View[];

export type ViewId = (typeof views)[number]['id'];
