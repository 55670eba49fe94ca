import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { hoverTooltip, showTooltip, type EditorView, type KeyBinding, type Tooltip } from '@codemirror/view';
import { ask, Refused } from '../protocol/client';

// Completion and help come from the declaration of the format, which the server knows.

interface Completed {
  from: number;
  to: number;
  items: { label: string; insert: string; kind: string; detail: string | null; doc: string | null }[];
}

interface Hovered {
  from: number;
  to: number;
  title: string;
  text: string;
  shape: string | null;
  example: string | null;
}

/** Asks for help with a text; nothing where the server has none to give. Help that fails must not disturb writing. */
async function helped<Answer>(what: string, text: string, at: number, signal?: AbortSignal): Promise<Answer | null> {
  try {
    return await ask<Answer | null>(`/api/assist/${what}`, { text, at }, signal);
  } catch (error) {
    if (!(error instanceof Refused)) console.debug('no help', error);
    return null;
  }
}

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && !/[\w"[.=, ]/.test(before)) return null;
  const stop = new AbortController();
  context.addEventListener('abort', () => stop.abort(), { onDocChange: true });
  const found = await helped<Completed>('complete', context.state.doc.toString(), context.pos, stop.signal);
  if (context.aborted || !found || found.items.length === 0) return null;
  const options = found.items.map((item): Completion => {
    const shown: Completion = { label: item.label, apply: item.insert, type: item.kind };
    if (item.detail) shown.detail = item.detail;
    if (item.doc) shown.info = item.doc;
    return shown;
  });
  return { from: found.from, to: found.to, options, validFor: /^[\w-]*$/ };
}

function shown(found: Hovered): Tooltip {
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-help';
      dom.lang = 'en';
      dom.dir = 'ltr';
      const add = (name: string, words: string | null, kind = '') => {
        if (!words) return;
        const line = dom.appendChild(document.createElement('p'));
        line.className = kind;
        line.appendChild(document.createElement(name)).textContent = words;
      };
      add('b', found.title);
      add('span', found.text);
      add('span', found.shape, 'shape');
      add('code', found.example);
      return { dom };
    },
  };
}

const hover = hoverTooltip(async (view, at) => {
  const found = await helped<Hovered>('hover', view.state.doc.toString(), at);
  return found ? shown(found) : null;
});

// The same help by keyboard: shown at the cursor until it moves.
const helpAt = StateEffect.define<Tooltip>();
const helpShown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(helpAt)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

function showHelp(view: EditorView): boolean {
  const { state } = view;
  void helped<Hovered>('hover', state.doc.toString(), state.selection.main.head).then((found) => {
    if (found && view.state.doc.eq(state.doc)) view.dispatch({ effects: helpAt.of(shown(found)) });
  });
  return true;
}

export const assist: {
  complete: typeof complete;
  hover: Extension;
  key: KeyBinding;
} = { complete, hover: [hover, helpShown], key: { key: 'Mod-i', run: showHelp, preventDefault: true } };
