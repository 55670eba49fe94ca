import { MediaQuery } from 'svelte/reactivity';

export type Choice = 'auto' | 'light' | 'dark';

const KEPT = 'detente-theme';

/** Light or dark, as the system has it or as chosen here. */
class Theme {
  choice = $state.raw<Choice>(kept());
  #system = new MediaQuery('(prefers-color-scheme: dark)');
  readonly dark = $derived(this.choice === 'auto' ? this.#system.current : this.choice === 'dark');

  choose(choice: Choice): void {
    this.choice = choice;
    localStorage.setItem(KEPT, choice);
  }
}

function kept(): Choice {
  const found = localStorage.getItem(KEPT);
  return found === 'light' || found === 'dark' ? found : 'auto';
}

export const theme = new Theme();
