import type { MarkedAsked, MarkedRead, MarksTaken } from '../../../types/protocol';
import { Asked } from '../../state/asked.svelte';
import { doc } from '../../state/document.svelte';
import { spoken } from '../../state/language.svelte';
import { attempted } from '../whatif/told';
import { base64Of } from './document';
import { askMarked, takeMarks } from './routes';

/** As the server takes them. */
const LARGEST = 16_000_000;

/** A document that came back, and what somebody accepts of it. */
class Marked {
  /** The name of the file. */
  file = $state.raw('');
  readonly read = new Asked<MarkedRead>();
  /** Why the file was not even sent. */
  refused = $state.raw('');
  /** On whose behalf; empty for whoever the document names. */
  by = $state('');
  accepted = $state.raw<ReadonlySet<number>>(new Set());
  /** The name of the new version. */
  name = $state('');
  busy = $state.raw(false);

  #document = '';

  async take(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    const w = spoken.words.oneText;
    this.forget();
    if ((files?.length ?? 0) > 1) return void (this.refused = w.oneFile);
    if (file.size > LARGEST) return void (this.refused = w.tooLarge(file.name));
    this.file = file.name;
    this.#document = await base64Of(file);
    await this.again();
  }

  /** Reads it once more, such as on another's behalf. What was accepted stays. */
  async again(): Promise<void> {
    if (this.#document === '') return;
    await this.read.ask((signal) => askMarked(this.#asked(), signal));
    const found = this.read.value;
    if (found && this.name === '') this.name = found.next;
    const can = new Set(found?.marks.marks.filter((mark) => mark.not_taken === null).map((mark) => mark.number));
    this.accepted = new Set([...this.accepted].filter((number) => can.has(number)));
  }

  accept(number: number, on: boolean): void {
    const next = new Set(this.accepted);
    if (on) next.add(number);
    else next.delete(number);
    this.accepted = next;
  }

  /** Writes a new version of what is accepted. What came of it, or null if it was refused; the person was told why. */
  async write(): Promise<MarksTaken | null> {
    this.busy = true;
    try {
      return await attempted(() => takeMarks({ marked: this.#asked(), accept: [...this.accepted], file: this.file, name: this.name }));
    } finally {
      this.busy = false;
    }
  }

  #asked(): MarkedAsked {
    // As it was read, so that the numbers are the same.
    const version = this.read.value?.marks.version ?? null;
    return { text: doc.text, document: this.#document, version, by: this.by || null };
  }

  forget(): void {
    this.read.drop();
    this.refused = '';
    this.file = '';
    this.#document = '';
    this.accepted = new Set();
    this.name = '';
    this.by = '';
  }
}

/** Kept while one looks at something else. */
export const marked = new Marked();
