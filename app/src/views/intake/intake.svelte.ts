import type { DraftRead, EditAsked, IntakeRead, Refusal, SourceSaid } from '../../../types/protocol';
import { Refused, Unreachable } from '../../protocol/client';
import { askEdits } from '../../protocol/routes';
import { Asked } from '../../state/asked.svelte';
import { doc } from '../../state/document.svelte';
import { fieldsOf } from './claim';
import { askIntake, askTake } from './routes';

export type Decision = 'open' | 'accepted' | 'dropped';

/** A draft with what the person made of it. */
export interface Reviewed {
  read: DraftRead;
  toml: string;
  decision: Decision;
}

/** A pasted report, and what became of what it says. It outlives the view, until another report is read. */
export class Intake {
  report = $state('');
  /** The id of a source of the case, or empty for a new one. */
  known = $state('');
  source = $state<{ id: string; title: string; published: string; reliability: string }>({ id: '', title: '', published: '', reliability: '' });
  readonly read = new Asked<IntakeRead>();
  drafts = $state.raw<readonly Reviewed[]>([]);
  at = $state.raw(0);
  /** The case as it was when the report was read. */
  text = $state.raw('');
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  busy = $state.raw(false);

  /** Under what the report was read. */
  #said: SourceSaid = { id: '' };
  #changing: Promise<void> = Promise.resolve();

  readonly current = $derived(this.drafts[this.at] ?? null);
  readonly open = $derived(this.drafts.filter((draft) => draft.decision === 'open').length);

  said(): SourceSaid {
    const { published, title, reliability, id } = this.source;
    if (this.known !== '') return { id: this.known, ...(published ? { published } : {}) };
    return { id: id.trim(), title: title.trim(), ...(published ? { published } : {}), ...(reliability ? { reliability } : {}) };
  }

  async begin(): Promise<void> {
    const said = this.said();
    const text = doc.text;
    await this.read.ask((signal) => askIntake({ text, report: this.report, source: said }, signal));
    const found = this.read.fresh ? this.read.value : null;
    if (!found) return;
    this.#said = said;
    this.text = text;
    this.drafts = found.drafts.map((read) => ({ read, toml: read.toml, decision: 'open' as const }));
    this.at = Math.max(0, this.drafts.findIndex((draft) => !draft.read.there));
    this.refusal = null;
  }

  again(): void {
    this.read.drop();
    this.drafts = [];
    this.report = '';
    this.source = { id: '', title: '', published: '', reliability: '' };
    this.known = '';
    this.refusal = null;
  }

  go(to: number): void {
    if (to >= 0 && to < this.drafts.length) {
      this.at = to;
      this.refusal = null;
    }
  }

  /** The next that is open, behind this one or else from the first. */
  next(): void {
    const open = (draft: Reviewed) => draft.decision === 'open' && !draft.read.there;
    const behind = this.drafts.findIndex((draft, i) => i > this.at && open(draft));
    const to = behind >= 0 ? behind : this.drafts.findIndex(open);
    if (to >= 0) this.go(to);
  }

  set(at: number, changed: Partial<Reviewed>): void {
    this.drafts = this.drafts.map((draft, i) => (i === at ? { ...draft, ...changed } : draft));
  }

  /** Changes fields of the draft in its TOML; comments stay. An empty value takes a field out. */
  field(values: Record<string, string | null>): Promise<void> {
    const at = this.at;
    this.#changing = this.#changing.then(() => this.#field(at, values));
    return this.#changing;
  }

  async #field(at: number, values: Record<string, string | null>): Promise<void> {
    const draft = this.drafts[at];
    if (!draft) return;
    const there = fieldsOf(draft.toml);
    const edits: EditAsked[] = [];
    for (const [key, value] of Object.entries(values)) {
      const path = `claims[1].${key}`;
      if (value !== null) edits.push({ do: 'put', path, value });
      else if (key in there) edits.push({ do: 'remove', path });
    }
    if (edits.length === 0) return;
    await this.#try(async () => this.set(at, { toml: (await askEdits(draft.toml, edits)).text }));
  }

  /** Takes the draft into the case as one step that can be undone. Whether it is in. */
  async accept(label: string): Promise<boolean> {
    await this.#changing;
    const [at, draft] = [this.at, this.current];
    if (!draft || draft.decision !== 'open' || draft.read.there || this.busy) return false;
    this.busy = true;
    const done = await this.#try(async () => {
      let claim = draft.toml;
      // It is a draft no more: somebody has read it and said yes.
      if ('draft' in fieldsOf(claim)) claim = (await askEdits(claim, [{ do: 'remove', path: 'claims[1].draft' }])).text;
      for (;;) {
        const asked = doc.text;
        const { changes } = await askTake({ text: asked, source: this.#said, claims: [claim] });
        if (doc.text !== asked) continue;
        await doc.change(changes, { label });
        break;
      }
      this.set(at, { decision: 'accepted', toml: claim });
    });
    this.busy = false;
    return done;
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.refusal = null;
      return true;
    } catch (error) {
      if (error instanceof Refused) this.refusal = error.refusal;
      else if (error instanceof Unreachable) this.refusal = 'unreachable';
      else throw error;
      return false;
    }
  }
}

export const intake = new Intake();
