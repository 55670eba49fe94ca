import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, StreamLanguage } from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  StateField,
  Transaction,
  type Extension,
  type StateEffect,
} from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { assist } from './assist';
import { look } from './theme';

/** What a change is called in the list of what can be undone; `join` names a gesture whose steps are undone as one. */
export const labelled = Annotation.define<{ label: string; join: string | null }>();

/** What the editor is told about the world around it. */
export interface Settings {
  dark: boolean;
  phrases: Record<string, string>;
  /** The name of the field, for a screen reader. */
  name: string;
}

const around = new Compartment();

function surroundings(of: Settings): Extension {
  return [
    EditorState.phrases.of(of.phrases),
    EditorView.darkTheme.of(of.dark),
    EditorView.contentAttributes.of({ 'aria-label': of.name, spellcheck: 'false', dir: 'ltr', tabindex: '0' }),
  ];
}

/** The effect that tells an editor of other surroundings. */
export const settings = (of: Settings): StateEffect<unknown> => around.reconfigure(surroundings(of));

/** How long a pause ends a stretch of typing that is undone as one. */
const PAUSE = 500;

/** What the last change belonged to, and when it was made. */
const gesture = StateField.define<{ join: string | null; at: number }>({
  create: () => ({ join: null, at: 0 }),
  update: (last, transaction) => (transaction.docChanged ? belongs(transaction) : last),
});

function belongs(transaction: Transaction): { join: string | null; at: number } {
  const join = transaction.annotation(labelled)?.join ?? null;
  return { join, at: transaction.annotation(Transaction.time) ?? 0 };
}

/** Whether a change is undone together with the one before it. */
function joins(transaction: Transaction, adjacent: boolean): boolean {
  const last = transaction.startState.field(gesture);
  const { join, at } = belongs(transaction);
  return join === null ? last.join === null && adjacent && at - last.at < PAUSE : join === last.join;
}

/** What every editor here has, also one that only shows a difference. */
export function bareExtensions(of: Settings): Extension {
  return [
    lineNumbers(),
    highlightSpecialChars(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=nonce]')?.content ?? ''),
    StreamLanguage.define(toml),
    look,
    keymap.of([...defaultKeymap, ...historyKeymap]),
    around.of(surroundings(of)),
  ];
}

/** A new document, with a history of its own. */
export function madeState(text: string, of: Settings): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      keymap.of([...closeBracketsKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap, assist.key, indentWithTab]),
      bareExtensions(of),
      gesture,
      history({ newGroupDelay: Number.MAX_SAFE_INTEGER, joinToEvent: joins, minDepth: 1000 }),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      rectangularSelection(),
      EditorState.allowMultipleSelections.of(true),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      closeBrackets(),
      lintGutter(),
      search({ top: true }),
      autocompletion({ override: [assist.complete], icons: false }),
      assist.hover,
    ],
  });
}
