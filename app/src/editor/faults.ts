import { setDiagnostics, type Action, type Diagnostic } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { FaultFound, Fix } from '../../types/protocol';

/** What puts these faults under the text they were found in. `mend` is called for a quick fix. */
export function faultsShown(
  state: EditorState,
  faults: readonly FaultFound[],
  mend: (fix: Fix) => void,
): TransactionSpec {
  return setDiagnostics(
    state,
    faults.flatMap((fault) => asFault(fault, state, mend)),
  );
}

/** A fault as CodeMirror shows it; none if it has no place in the text. */
export function asFault(fault: FaultFound, state: EditorState, mend: (fix: Fix) => void): Diagnostic[] {
  if (!fault.at) return [];
  const { length } = state.doc;
  let from = Math.min(fault.at.from, length);
  const to = Math.min(Math.max(fault.at.to, from), length);
  // A place between two letters: the one before it is underlined, for something must be.
  if (from === to && from > state.doc.lineAt(from).from) from--;
  const actions = fault.fixes.map((fix): Action => ({ name: fix.title, apply: () => mend(fix) }));
  return [{ from, to, severity: fault.severity, message: fault.message, renderMessage: () => said(fault), actions }];
}

function said(fault: FaultFound): HTMLElement {
  const whole = document.createElement('div');
  whole.lang = 'en';
  whole.dir = 'ltr';
  for (const words of [fault.message, fault.label, fault.help]) {
    if (!words) continue;
    const line = whole.appendChild(document.createElement('div'));
    line.textContent = words;
  }
  return whole;
}
