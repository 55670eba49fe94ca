import { untrack } from 'svelte';
import { early } from '../parts/Later.svelte';
import { named, views } from '../views';
import { mergeDialog } from './merge.svelte';
import { doc } from '../state/document.svelte';
import { keys } from '../state/keys.svelte';
import { letters } from '../state/letters.svelte';
import { spoken } from '../state/language.svelte';
import { look } from '../state/look.svelte';
import { notices } from '../state/notice.svelte';
import { place } from '../state/place.svelte';
import { theme } from '../state/theme.svelte';
import { trace } from '../state/trace.svelte';

/** What ties the parts together: the text is looked at, its faults go into the editor, keys do what they say. */
export function connect(help: () => void): void {
  // Each text is looked at: one that was changed at once, one that was opened once the page knows of it.
  doc.changed = (text, origin) => look.at(text, origin);
  let file = doc.file;
  $effect(() => {
    const { text, origin } = doc;
    untrack(() => {
      if (doc.file !== file) look.clear();
      file = doc.file;
      look.at(text, origin);
    });
  });

  // Faults stand under the text they were found in.
  $effect(() => {
    const { faults, checked } = look;
    if (checked === null || checked !== untrack(() => doc.text)) return;
    void doc.annotate((module, state) =>
      module.faultsShown(state, faults, (fix) => {
        if (doc.text !== checked) return;
        void doc.change(fix.changes, { label: spoken.words.text.mended(fix.title) });
      }),
    );
  });

  // The editor speaks the language and wears the theme of the rest.
  $effect(() => {
    const { phrases, field } = spoken.words.text;
    const settings = { dark: theme.dark, phrases, name: field };
    untrack(() => doc.surround(settings));
  });
  $effect(() => {
    doc.outsideLabel = spoken.words.save.outsideLabel;
    doc.adopted = () => notices.tell(spoken.words.save.adopted, { label: spoken.words.frame.undo, run: () => void undo() });
  });

  // When the server answers again, so do the figures.
  let adrift = false;
  $effect(() => {
    if (adrift && doc.adrift === null) untrack(() => look.again());
    adrift = doc.adrift !== null;
  });

  // Letters of packages are given out anew with each change.
  $effect(() => letters.follow());

  // CodeMirror comes when there is nothing more urgent.
  $effect(() => {
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    // So do the other views: one that is opened later is there at once, even if Detente is not.
    idle(() => void doc.ready().then(() => idle(() => void Promise.all(views.map((view) => early(view.load).catch(() => undefined))))));
  });

  // Whoever listens hears what came of a change.
  let told = '';
  $effect(() => {
    if (look.phase !== 'done' || look.freshness !== 'exact') return;
    const headline = look.head?.value.headline[0]?.text ?? '';
    if (headline !== told) untrack(() => notices.say(spoken.words.state.upToDate(headline)));
    told = headline;
  });

  $effect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (doc.dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  });

  $effect(() => {
    const say = () => spoken.words.help;
    return keys.hold(
      { keys: '?', does: () => say().help, run: help },
      { keys: 'Ctrl+s', does: () => say().save, run: () => void save() },
      // A field has an undo of its own for what is being typed in it.
      { keys: 'Ctrl+z', does: () => say().undo, run: () => void undo(), whileTyping: false },
      { keys: 'Ctrl+Shift+z Ctrl+y', does: () => say().redo, run: () => void redo(), whileTyping: false },
      { keys: 'Escape', does: () => say().close, run: () => trace.close() },
      // Each has its number whether the navigation names it or not; past ten they begin anew with Shift.
      ...views.flatMap((view, i) =>
        named(view)
          ? {
              keys: `Alt+${i < 10 ? '' : 'Shift+'}${(i + 1) % 10}`,
              does: () => say().view(view.name(spoken.words)),
              run: () => place.go(view.id),
            }
          : [],
      ),
    );
  });
}

/** Saves, and says so. What somebody else changed meanwhile is shown to be merged. */
export async function save(): Promise<void> {
  if (doc.outside) {
    mergeDialog.open = true;
    return;
  }
  const w = spoken.words.save;
  if (doc.saved === null && doc.text.trim() === '') {
    notices.say(w.nothing);
    return;
  }
  if (!doc.dirty && doc.saved !== null) {
    notices.say(w.saved);
    return;
  }
  if (await doc.save()) notices.say(w.wasSaved(doc.file));
  else if (doc.outside) mergeDialog.open = true;
  else if (doc.unsaved === 'unreachable') notices.problem(w.unreachable);
  else if (doc.unsaved) notices.problem(w.failed(doc.unsaved.message));
}

export async function undo(): Promise<void> {
  const w = spoken.words.frame;
  const label = await doc.undo();
  notices.say(label === null ? w.nothingToUndo : w.undone(label || w.typing));
}

export async function redo(): Promise<void> {
  const w = spoken.words.frame;
  const label = await doc.redo();
  notices.say(label === null ? w.nothingToRedo : w.redone(label || w.typing));
}
