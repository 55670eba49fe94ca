// Everything of the workbench that needs CodeMirror, in one chunk that is loaded after the first paint. `state/document`
// holds the text before that, and knows this module by its type only.

export { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
export { ChangeSet, EditorState, Transaction } from '@codemirror/state';
export type { StateEffect, TransactionSpec } from '@codemirror/state';
export type { EditorView } from '@codemirror/view';
export { asFault, faultsShown } from './faults';
export { labelled, madeState, settings, type Settings } from './state';
export { showEditor } from './view';
