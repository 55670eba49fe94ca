import { history } from '@codemirror/commands';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { bareExtensions, type Settings } from './state';

/** Shows what `after` has that `before` has not. With `choose`, each place can be decided, and the text be changed. */
export function showDifference(
  parent: HTMLElement,
  before: string,
  after: string,
  settings: Settings,
  choose: { mine: string; theirs: string } | null,
): EditorView {
  const extensions: Extension[] = [
    bareExtensions(settings),
    history(),
    unifiedMergeView({
      original: before,
      mergeControls: choose ? controls(choose) : false,
      collapseUnchanged: { margin: 3, minSize: 6 },
      syntaxHighlightDeletions: true,
    }),
  ];
  if (!choose) extensions.push(EditorState.readOnly.of(true));
  return new EditorView({ parent, state: EditorState.create({ doc: after, extensions }) });
}

/** Buttons in words: what is accepted is one's own, what is rejected gives way to theirs. */
function controls(names: { mine: string; theirs: string }) {
  return (type: 'reject' | 'accept', action: (event: MouseEvent) => void): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = type === 'accept' ? names.mine : names.theirs;
    button.addEventListener('click', action);
    return button;
  };
}
