import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Colours come from `style/tokens.css`, so that one switch turns the whole workbench dark.

const frame = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-cursor, .cm-dropCursor': { borderInlineStartColor: 'var(--ink)', borderInlineStartWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--selection) !important' },
  '.cm-selectionMatch': { backgroundColor: 'var(--selection)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--quiet)' },
  '.cm-searchMatch': { backgroundColor: 'var(--found)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--ink)' },
  '.cm-panels': { backgroundColor: 'var(--tint)', color: 'var(--ink)', fontFamily: 'var(--sans)' },
  '.cm-panels-top': { borderBlockEnd: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 0.75rem', fontSize: '0.8125rem' },
  '.cm-textfield': { backgroundColor: 'var(--paper)', border: '1px solid var(--edge)', color: 'var(--ink)' },
  '.cm-button': {
    background: 'var(--paper)',
    border: '1px solid var(--edge)',
    borderRadius: '0.25rem',
    color: 'var(--ink)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '0.25rem',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: '0.8125rem',
    maxWidth: '34rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--ink)', color: 'var(--paper)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit', opacity: '0.8' },
  '.cm-completionInfo': { padding: '0.5rem 0.75rem', maxWidth: '24rem', whiteSpace: 'pre-line' },
  '.cm-diagnostic': { padding: '0.4rem 0.75rem', borderInlineStart: '4px solid', maxWidth: '34rem' },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--red)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--amber)' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
    borderRadius: '0.25rem',
    padding: '0.15rem 0.5rem',
    marginInlineStart: '0',
    marginInlineEnd: '0.5rem',
    marginBlockStart: '0.35rem',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--red) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dashed var(--amber) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--found)' },
  '.cm-help': { padding: '0.6rem 0.8rem' },
  '.cm-help p': { margin: '0 0 0.35rem' },
  '.cm-help code': { fontFamily: 'var(--mono)', fontSize: '0.8125rem' },
  '.cm-help p.shape': { color: 'var(--quiet)' },
  '.cm-traced': { backgroundColor: 'var(--found)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--gone)', paddingInline: '6px' },
  '.cm-deletedChunk .cm-deletedText': { background: 'var(--gone-more)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--come)' },
  '&.cm-merge-b .cm-changedText': { background: 'var(--come-more)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--green)' },
  '.cm-deletedLineGutter': { background: 'var(--red)' },
  '.cm-chunkButtons': { insetInlineEnd: '6px' },
  '.cm-chunkButtons button': {
    font: '0.8125rem var(--sans)',
    padding: '0.25rem 0.6rem',
    minHeight: '1.5rem',
    marginInlineStart: '0.35rem',
    background: 'var(--ink)',
    color: 'var(--paper)',
    border: '1px solid var(--ink)',
    borderRadius: '0.25rem',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"' },
  '.cm-collapsedLines': { background: 'var(--tint)', color: 'var(--quiet)', fontFamily: 'var(--sans)' },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--code-remark)', fontStyle: 'italic' },
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-words)' },
  { tag: [tags.number, tags.atom, tags.bool], color: 'var(--code-number)' },
  { tag: [tags.bracket, tags.keyword, tags.heading], color: 'var(--code-table)', fontWeight: '600' },
]);

export const look: Extension = [frame, syntaxHighlighting(colours)];
