import { untrack } from 'svelte';

/** Something that can be done by key. */
export interface Key {
  /** As `KeyboardEvent.key` has it, with `Ctrl+`, `Alt+` and `Shift+` before it; `Ctrl` is also ⌘. */
  keys: string;
  /** What it does, in the reader's language. */
  does: () => string;
  run: (event: KeyboardEvent) => void;
  /** Whether it also holds while somebody types; keys with Ctrl or Alt do unless this says no. */
  whileTyping?: boolean;
}

/** All keys that hold just now; the help dialog lists them. */
class Keys {
  held = $state.raw<readonly Key[]>([]);

  /** Adds keys until the returned function is called. For `$effect`. */
  hold(...keys: Key[]): () => void {
    // Whoever holds keys in an effect must not depend on them.
    untrack(() => (this.held = [...this.held, ...keys]));
    return () => {
      this.held = this.held.filter((held) => !keys.includes(held));
    };
  }

  /** Runs what an event stands for. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = named(event);
    const typing = types(event.target);
    const key = this.held.findLast(
      (held) => held.keys.split(' ').includes(pressed) && (!typing || (held.whileTyping ?? /Ctrl|Alt/.test(held.keys))),
    );
    if (!key) return;
    event.preventDefault();
    key.run(event);
  }
}

function named(event: KeyboardEvent): string {
  // With Alt a digit is the key that bears it, whatever it would write there.
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const key = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const shift = event.shiftKey && (event.ctrlKey || event.metaKey || digit !== undefined || event.key.length > 1);
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

function types(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]') !== null;
}

export const keys = new Keys();
