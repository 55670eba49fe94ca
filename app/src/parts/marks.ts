import { trace, type Subject } from '../state/trace.svelte';

// The marks on paper that lead somewhere: the line of a figure, the note of a source, and a share that Detente worked out. Each paper is one stop of the Tab
// key; arrows go from mark to mark, over the whole page.

const MARKS = '.line[data-line], .cite[data-note], .share';

/** Prepares a fragment before it is shown: its marks can be reached, and its wide tables be moved through. */
export function marked(fragment: ParentNode, name: string): void {
  fragment.querySelectorAll('table.grid').forEach((table) => {
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', name);
    table.replaceWith(frame);
    frame.append(table);
  });
  fragment.querySelectorAll(MARKS).forEach((mark, i) => {
    mark.setAttribute('role', 'button');
    mark.setAttribute('tabindex', i === 0 ? '0' : '-1');
    mark.removeAttribute('href');
    // The sign that parts it from what stands before is no part of the mark.
    const [parts] = /^[ ·]*/.exec(mark.firstChild?.nodeValue ?? '')!;
    if (parts === '') return;
    mark.before(parts);
    mark.firstChild!.nodeValue = mark.firstChild!.nodeValue!.slice(parts.length);
  });
}

/** Opens what a mark on this paper stands for, by mouse and by key. For `{@attach …}`. */
export function traced(paper: HTMLElement): () => void {
  const click = (event: Event) => {
    const mark = at(event);
    if (mark) follow(mark);
  };
  const key = (event: KeyboardEvent) => {
    const mark = at(event);
    if (!mark) return;
    if (event.key === 'Enter' || event.key === ' ') follow(mark);
    else if (!step(mark, event.key)) return;
    event.preventDefault();
  };
  paper.addEventListener('click', click);
  paper.addEventListener('keydown', key);
  return () => {
    paper.removeEventListener('click', click);
    paper.removeEventListener('keydown', key);
  };
}

function at(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(MARKS) : null;
}

function follow(mark: HTMLElement): void {
  mark.focus({ preventScroll: true });
  trace.open(subject(mark));
}

function subject(mark: HTMLElement): Subject {
  const { line, note } = mark.dataset;
  if (mark.matches('.share')) return { kind: 'computed', said: (mark.textContent ?? '').replace(/\s+/g, ' ').trim() };
  return note === undefined ? { kind: 'line', line: Number(line) } : { kind: 'note', note: Number(note) };
}

/** Moves to another mark that can be seen. Whether the key does that. */
function step(from: HTMLElement, key: string): boolean {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
  if (by === undefined) return false;
  const marks = [...document.querySelectorAll<HTMLElement>(`.paper :is(${MARKS})`)].filter((mark) => mark.checkVisibility());
  const to = marks[marks.indexOf(from) + by];
  if (!to) return true;
  for (const mark of to.closest('.paper')!.querySelectorAll(MARKS)) mark.setAttribute('tabindex', mark === to ? '0' : '-1');
  to.focus();
  return true;
}
