import type { ChangedOutside, DraftKept, EditAsked, FileChanged, Refusal, TextChange } from '../../types/protocol';
import type * as Editing from '../editor';
import type { EditorState, Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { ChangedOnDisk, Refused, Unreachable, withdrawn } from '../protocol/client';
import { askEdits, keepDraft, openFile, saveFile, watchFile } from '../protocol/routes';

/** What somebody else made of the file while it was open here. */
export interface Outside {
  /** What is on disk now; null if the file is gone. */
  text: string | null;
  stamp: string | null;
}

/** How a change is undone and told. */
export interface Told {
  /** What was done, in the reader's language: “range of …”. */
  label: string;
  /** Names one gesture, such as dragging a slider: its steps are undone as one, and of those waiting only the last is made. */
  join?: string;
}

/** A step of the history: one gesture, or a stretch of typing. */
export interface LastStep {
  /** The text before it. */
  before: string;
  /** What it is called; empty for typing. */
  label: string;
  way: 'done' | 'undone' | 'redone';
}

/** Where the text last came from: a change by form is answered at once, typing after a short pause. */
export type Origin = 'opened' | 'typed' | 'form';

/** Waits until the page can be seen. */
function inView(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(), { once: true }));
}

/** How long a text may lie unsaved before it is kept as a draft, in milliseconds. */
const DRAFT_AFTER = 600;

/**
 * The one text that is open, with one history of everything done to it, whether typed or done on a form.
 *
 * Before CodeMirror is loaded it is a mere text; from then on an `EditorState`, with or without a view that shows it.
 */
export class TextDocument {
  /** The name of the folder. */
  folder = $state('');
  /** The name of the file in it. */
  file = $state('');
  /** Both: names what is kept of the case in this browser. */
  readonly place = $derived(`${this.folder}/${this.file}`);
  /** What stands in it now. */
  text = $state.raw('');
  origin = $state.raw<Origin>('opened');
  /** What was last read from the file or written to it; null while there is no file yet. */
  saved = $state.raw<string | null>(null);
  readonly dirty = $derived(this.text !== (this.saved ?? ''));
  saving = $state.raw(false);
  /** Why the last save failed. */
  unsaved = $state.raw<Refusal | 'unreachable' | null>(null);
  /** A change on disk that the person has yet to merge. */
  outside = $state.raw<Outside | null>(null);
  /** An unsaved text from an earlier sitting, until it is taken up or thrown away. */
  offered = $state.raw<DraftKept | null>(null);
  /** What can be undone and redone, the last at the end; an empty label is typing. */
  done = $state.raw<readonly string[]>([]);
  /** What was done last, taking back included, and the text before it; null while nothing was. */
  last = $state.raw<LastStep | null>(null);
  undone = $state.raw<readonly string[]>([]);
  /** Called with each new text as soon as it is there, before the page shows it. */
  changed: (text: string, origin: Origin) => void = () => undefined;
  /** Called with what was adopted from disk without anybody having to merge. */
  adopted: () => void = () => undefined;
  /** Why nothing can be kept or saved: nobody answers, or a server that was started anew and has another key. */
  adrift = $state.raw<'unreachable' | 'expired' | null>(null);

  #stamp: string | null = null;
  #editing: Promise<typeof Editing> | null = null;
  #module: typeof Editing | null = null;
  #state: EditorState | null = null;
  #view: EditorView | null = null;
  #settings: Editing.Settings = { dark: false, phrases: {}, name: '' };
  #queue: Promise<Refusal | null> = Promise.resolve(null);
  #waiting: { join: string; edits: EditAsked[]; label: string } | null = null;
  #draft: { timer: number; kept: string | null; posting: boolean } = { timer: 0, kept: null, posting: false };
  #watching: AbortController | null = null;
  #load: () => Promise<typeof Editing>;

  constructor(load: () => Promise<typeof Editing>) {
    this.#load = load;
  }

  // Opening ----------------------------------------------------------------------------------------------------------

  /** Opens a file of the folder. What was open before is let go; if it was not saved, its draft is offered when it is opened again. */
  async open(file: string): Promise<void> {
    await this.#queue;
    if (this.file !== '' && !this.offered) await this.#keepDraft();
    const opened = await openFile(file);
    clearTimeout(this.#draft.timer);
    this.#draft = { timer: 0, kept: opened.draft?.text ?? null, posting: false };
    this.file = opened.file;
    this.saved = opened.text;
    this.#stamp = opened.stamp;
    this.outside = null;
    this.unsaved = null;
    this.#begin(opened.text ?? '');
    this.offered = opened.draft && opened.draft.text !== (opened.text ?? '') ? opened.draft : null;
    void this.#watch();
  }

  #begin(text: string): void {
    this.text = text;
    this.origin = 'opened';
    this.last = null;
    this.done = [];
    this.undone = [];
    if (this.#module) this.#replaceState(this.#module.madeState(text, this.#settings));
  }

  #replaceState(state: EditorState): void {
    this.#state = state;
    this.#view?.setState(state);
  }

  /** Loads what editing takes, once. Call it early and in idle time; everything that edits waits for it. */
  ready(): Promise<typeof Editing> {
    this.#editing ??= this.#load().then((module) => {
      this.#module = module;
      this.#state = module.madeState(this.text, this.#settings);
      return module;
    });
    return this.#editing;
  }

  /** Tells the editor of the theme and the words around it. */
  surround(settings: Editing.Settings): void {
    this.#settings = settings;
    if (this.#module) this.#dispatch({ effects: this.#module.settings(settings) });
  }

  // The view ---------------------------------------------------------------------------------------------------------

  /** Shows the text in an editor until the returned function is called. */
  async show(parent: HTMLElement): Promise<() => void> {
    const module = await this.ready();
    this.#view?.destroy();
    const view = module.showEditor(parent, this.#state!, (state, by) => this.#took(state, by));
    this.#view = view;
    return () => {
      view.destroy();
      if (this.#view === view) this.#view = null;
    };
  }

  /** The editor that shows the text, if one does. */
  get view(): EditorView | null {
    return this.#view;
  }

  /** The CodeMirror state, once that is loaded. */
  get state(): EditorState | null {
    return this.#state;
  }

  /** Selects a stretch of the text, in the editor that shows it. */
  async select(from: number, to: number): Promise<void> {
    await this.ready();
    const length = this.#state!.doc.length;
    const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
    this.#dispatch({ selection, scrollIntoView: true });
    this.#view?.focus();
  }

  #dispatch(spec: Editing.TransactionSpec): void {
    if (this.#view) {
      this.#view.dispatch(spec);
    } else if (this.#state) {
      const transaction = this.#state.update(spec);
      this.#took(transaction.state, [transaction]);
    }
  }

  /** Puts something that changes no text into the editor, such as the faults found. */
  async annotate(spec: (module: typeof Editing, state: EditorState) => Editing.TransactionSpec): Promise<void> {
    const module = await this.ready();
    this.#dispatch(spec(module, this.#state!));
  }

  #took(state: EditorState, by: readonly Transaction[]): void {
    this.#state = state;
    if (!by.some((transaction) => transaction.docChanged)) return;
    const module = this.#module!;
    const before = this.text;
    this.text = state.doc.toString();
    const label = by.findLast((transaction) => transaction.annotation(module.labelled))?.annotation(module.labelled);
    const event = by.findLast((transaction) => transaction.docChanged)!;
    const stepwise = event.isUserEvent('undo') || event.isUserEvent('redo');
    this.origin = label || stepwise ? 'form' : 'typed';
    this.changed(this.text, this.origin);
    this.#count(module.undoDepth(state), module.redoDepth(state), event, label?.label ?? '', before);
    this.#draftLater();
  }

  /** Keeps the labels beside the history: it counts steps, and joins some of them, by itself. */
  #count(undoes: number, redoes: number, event: Transaction, label: string, before: string): void {
    if (event.isUserEvent('undo')) {
      this.last = { before, label: this.done.at(-1) ?? '', way: 'undone' };
      this.undone = [...this.undone, ...this.done.slice(undoes).reverse()].slice(-redoes);
      this.done = this.done.slice(0, undoes);
    } else if (event.isUserEvent('redo')) {
      this.last = { before, label: this.undone.at(-1) ?? '', way: 'redone' };
      this.done = [...this.done, ...this.undone.slice(redoes).reverse()].slice(-undoes);
      this.undone = this.undone.slice(0, redoes);
    } else {
      // Steps of one gesture are one: it began with the text before the first of them.
      const joined = undoes === this.done.length && this.last?.way === 'done';
      this.last = { before: joined ? this.last!.before : before, label: label || (joined ? this.last!.label : ''), way: 'done' };
      this.undone = [];
      if (undoes > this.done.length) this.done = [...this.done, label];
      else if (undoes === this.done.length && label) this.done = [...this.done.slice(0, -1), label];
      // An old end that the history has forgotten.
      else this.done = this.done.slice(-undoes);
    }
  }

  // Changing ---------------------------------------------------------------------------------------------------------

  /**
   * Changes the text by path, as one step that can be undone. Comments and layout around it stay.
   *
   * Changes are made one after the other. Returns why it could not be done, or null.
   */
  edit(edits: EditAsked[], told: Told): Promise<Refusal | null> {
    if (told.join !== undefined) {
      if (this.#waiting?.join === told.join) {
        Object.assign(this.#waiting, { edits, label: told.label });
        return this.#queue;
      }
      this.#waiting = { join: told.join, edits, label: told.label };
    } else {
      this.#waiting = null;
    }
    const mine = this.#waiting ?? { join: null, edits, label: told.label };
    const made = this.#queue.then(() => {
      if (this.#waiting === mine) this.#waiting = null;
      return this.#make(mine.edits, mine.label, mine.join);
    });
    // What fails must not keep from being made what comes after it.
    this.#queue = made.catch(() => null);
    return made;
  }

  async #make(edits: EditAsked[], label: string, join: string | null): Promise<Refusal | null> {
    try {
      const module = await this.ready();
      // If somebody types while the server thinks, it is asked again about the newer text.
      for (;;) {
        const asked = this.text;
        const { changes } = await askEdits(asked, edits);
        if (this.text !== asked) continue;
        // Each is in the text that those before it left.
        const steps = changes.map((change) => [change]);
        this.#apply(module, steps, label, join);
        return null;
      }
    } catch (error) {
      return asRefusal(error);
    }
  }

  /** Applies changes that were worked out for the text as it stands, such as a quick fix. */
  async change(changes: TextChange[], told: Told): Promise<void> {
    const asked = this.text;
    const module = await this.ready();
    if (this.text === asked) this.#apply(module, [changes], told.label, told.join ?? null);
  }

  /** Puts another text in the place of the whole, as one step that can be undone. Only what differs is touched. */
  async replace(text: string, told: Told): Promise<void> {
    const module = await this.ready();
    const old = this.text;
    if (old === text) return;
    let from = 0;
    while (from < old.length && from < text.length && old[from] === text[from]) from++;
    let end = 0;
    const most = Math.min(old.length, text.length) - from;
    while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
    const insert = text.slice(from, text.length - end);
    this.#apply(module, [[{ from, to: old.length - end, insert }]], told.label, null);
  }

  #apply(module: typeof Editing, steps: TextChange[][], label: string, join: string | null): void {
    let length = this.#state!.doc.length;
    let whole = module.ChangeSet.empty(length);
    for (const step of steps) {
      const made = module.ChangeSet.of(step, length);
      whole = whole.compose(made);
      length = made.newLength;
    }
    if (whole.empty) return;
    this.#dispatch({ changes: whole, annotations: module.labelled.of({ label, join: join ?? crypto.randomUUID() }) });
  }

  async undo(): Promise<string | null> {
    return this.#step('undo', this.done.at(-1));
  }

  async redo(): Promise<string | null> {
    return this.#step('redo', this.undone.at(-1));
  }

  /** Takes a step back or forth, and says which. */
  async #step(which: 'undo' | 'redo', label: string | undefined): Promise<string | null> {
    await this.#queue;
    const module = await this.ready();
    const dispatch = (transaction: Transaction) => {
      if (this.#view) this.#view.dispatch(transaction);
      else this.#took(transaction.state, [transaction]);
    };
    return module[which]({ state: this.#state!, dispatch }) ? (label ?? '') : null;
  }

  // Saving -----------------------------------------------------------------------------------------------------------

  /** Writes the text to its file, unless that was changed by somebody else. Whether it was written. */
  async save(): Promise<boolean> {
    await this.#queue;
    if (this.saving || this.outside) return false;
    this.saving = true;
    const text = this.text;
    try {
      const { stamp } = await saveFile(this.file, text, this.#stamp);
      this.#stamp = stamp;
      this.saved = text;
      this.unsaved = null;
      this.#draftLater();
      return true;
    } catch (error) {
      if (error instanceof ChangedOnDisk) this.#meet(error.changed);
      else this.unsaved = asRefusal(error) ?? 'unreachable';
      if (error instanceof Unreachable) this.unsaved = 'unreachable';
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** Goes on from what is on disk, with `text` as what the person made of both. */
  async merged(text: string, told: Told): Promise<void> {
    const outside = this.outside;
    if (!outside) return;
    this.#stamp = outside.stamp;
    this.saved = outside.text;
    this.outside = null;
    await this.replace(text, told);
    this.#draftLater();
  }

  #meet(disk: Pick<ChangedOutside, 'text' | 'stamp'>): void {
    if (disk.text === this.text || disk.text === this.saved) {
      this.#stamp = disk.stamp;
      this.saved = disk.text;
      this.outside = null;
    } else {
      this.outside = { text: disk.text, stamp: disk.stamp };
    }
  }

  // What happens on disk ---------------------------------------------------------------------------------------------

  /**
   * Follows what happens on disk, as long as the page is in view: a browser keeps few connections to a server, and a case
   * may be open in many tabs.
   */
  async #watch(): Promise<void> {
    this.#watching?.abort();
    const watching = (this.#watching = new AbortController());
    let pause = 250;
    let again = false;
    while (!watching.signal.aborted) {
      const seen = new AbortController();
      const stop = () => seen.abort();
      const hide = () => document.hidden && stop();
      watching.signal.addEventListener('abort', stop);
      document.addEventListener('visibilitychange', hide);
      try {
        await inView();
        if (again) await this.#ashore();
        again = true;
        for await (const sent of watchFile(this.file, seen.signal)) {
          if (sent.event === 'changed') await this.#changedOnDisk((sent.data as FileChanged).stamp);
        }
      } catch (error) {
        if (watching.signal.aborted) return;
        if (withdrawn(error)) continue;
        this.#drifts(error);
        if (this.adrift === 'expired') return;
      } finally {
        watching.signal.removeEventListener('abort', stop);
        document.removeEventListener('visibilitychange', hide);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = this.adrift ? Math.min(2 * pause, 4000) : 250;
    }
  }

  /** The server answers again: what happened on disk meanwhile is met now. */
  async #ashore(): Promise<void> {
    const { stamp } = await openFile(this.file);
    this.adrift = null;
    await this.#changedOnDisk(stamp);
    this.#draftLater();
  }

  #drifts(error: unknown): void {
    if (error instanceof Unreachable) this.adrift = 'unreachable';
    else if (error instanceof Refused && error.status === 401) this.adrift = 'expired';
  }

  async #changedOnDisk(stamp: string | null): Promise<void> {
    // A save of one's own is answered before it counts as somebody else's.
    while (this.saving) await new Promise((resolve) => setTimeout(resolve, 20));
    if (stamp === this.#stamp) return;
    const disk = await openFile(this.file);
    if (disk.stamp === this.#stamp) return;
    if (this.dirty || disk.text === null) {
      this.#meet(disk);
      return;
    }
    this.#stamp = disk.stamp;
    this.saved = disk.text;
    if (disk.text !== this.text) {
      await this.replace(disk.text, { label: this.outsideLabel });
      this.adopted();
    }
  }

  /** What a change on disk is called in the list of what can be undone. */
  outsideLabel = '';

  // Drafts -----------------------------------------------------------------------------------------------------------

  /** Whether the file was changed after the offered draft was kept. */
  get draftMoved(): boolean {
    return this.offered !== null && this.offered.stamp !== this.#stamp;
  }

  /** Takes up the offered draft as the text, or throws it away. */
  async settle(take: boolean, label: string): Promise<void> {
    const draft = this.offered;
    this.offered = null;
    if (!draft) return;
    if (take) {
      const disk: Outside = { text: this.saved, stamp: this.#stamp };
      await this.replace(draft.text, { label });
      // The file has moved on since: both are there to be merged.
      if (draft.stamp !== disk.stamp) this.outside = disk;
    }
    this.#draftLater();
  }

  #draftLater(): void {
    if (this.#draft.timer || this.offered) return;
    this.#draft.timer = window.setTimeout(() => {
      this.#draft.timer = 0;
      void this.#keepDraft();
    }, DRAFT_AFTER);
  }

  /** Keeps what is not saved as a draft at once, before another file is opened. */
  async keepNow(): Promise<void> {
    while (this.#draft.posting) await new Promise((resolve) => setTimeout(resolve, 20));
    await this.#keepDraft();
  }

  async #keepDraft(): Promise<void> {
    const text = this.dirty ? this.text : null;
    if (this.#draft.posting || text === this.#draft.kept) return;
    this.#draft.posting = true;
    try {
      await keepDraft(this.file, text, this.#stamp);
      this.#draft.kept = text;
    } catch (error) {
      this.#drifts(error);
    } finally {
      this.#draft.posting = false;
      if ((this.dirty ? this.text : null) !== this.#draft.kept) this.#draftLater();
    }
  }
}

/** A refusal for whoever asked; anything else is thrown on. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof Unreachable) return { code: 'unreachable', message: 'Detente does not answer', hint: null, faults: [] };
  throw error;
}

/** The open document. */
export const doc = new TextDocument(() => import('../editor'));
