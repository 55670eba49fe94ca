import type {
  EditAsked,
  Edited,
  FileOpened,
  Ledger,
  LookAsked,
  Opening,
  Saved,
} from '../../types/protocol';
import { ask, listen, listenByTurns } from './client';
import type { Sent } from './stream';

// The questions of the workbench's frame. A view keeps its own beside itself, in `views/…/routes.ts`.

export const opening = () => ask<Opening>('/api/opening');

export const openFile = (file: string) => ask<FileOpened>('/api/file', { file });

export const keepDraft = (file: string, text: string | null, stamp: string | null) =>
  ask<object>('/api/draft', { file, text, stamp });

export const saveFile = (file: string, text: string, stamp: string | null) =>
  ask<Saved>('/api/save', { file, text, stamp });

export const watchFile = (file: string, signal: AbortSignal): AsyncGenerator<Sent> =>
  listen('/api/watch', { file }, signal);

export const askEdits = (text: string, edits: EditAsked[]) => ask<Edited>('/api/edits', { text, edits });

export const askLook = (asked: LookAsked, signal: AbortSignal): AsyncGenerator<readonly Sent[]> =>
  listenByTurns('/api/look', asked, signal);

export const askLedger = (text: string, signal?: AbortSignal) => ask<Ledger>('/api/ledger', { text }, signal);
