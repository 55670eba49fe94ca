import { views, type ViewId } from '../views';

/** Which view is shown, kept in the address so that the browser's own back and forth work. */
class Place {
  view = $state.raw<ViewId>('read');
  /** A stretch of the text that the text view should show, until it has. */
  jump = $state.raw<{ from: number; to: number } | null>(null);

  /** A part of the brief that the view that reads it should show, until it has: a section and which of its parts, from 0, or all of it. */
  part = $state.raw<{ section: string; at: number | null } | null>(null);

  /** Reads the address, now and whenever it changes. Call it once. */
  start(): () => void {
    const read = () => {
      const named = location.hash.slice(1).split('/')[0];
      this.view = views.find((view) => view.id === named)?.id ?? 'read';
    };
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }

  go(view: ViewId): void {
    if (view === this.view) return;
    this.view = view;
    history.pushState(null, '', `#${view}`);
  }

  /** Shows a part of the brief. */
  goToPart(section: string, at: number | null): void {
    this.part = { section, at };
    this.go('read');
  }

  /** Shows a stretch of the text in the editor. */
  goToText(from: number, to: number): void {
    this.jump = { from, to };
    this.go('text');
  }
}

export const place = new Place();
