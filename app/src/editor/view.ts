import type { EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Shows a document in `parent`. `took` hears of every new state; the document stays alive when the view is destroyed. */
export function showEditor(parent: HTMLElement, state: EditorState, took: (state: EditorState, by: readonly Transaction[]) => void): EditorView {
  return new EditorView({
    parent,
    state,
    dispatchTransactions(transactions, view) {
      view.update(transactions);
      took(view.state, transactions);
    },
  });
}
