import type { TextDiffAnswer } from '../../../types/answers';
import type { DocumentMade, MarkedAsked, MarkedRead, MarksTakeAsked, MarksTaken, OneTextAsked, SettleTextAsked, TextSettledTold, VersionDocumentAsked, VersionsAsked } from '../../../types/protocol';
import { ask, listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askText = (asked: OneTextAsked, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/one-text', asked, signal);

export const askSettled = (asked: SettleTextAsked, signal: AbortSignal) => ask<TextSettledTold>('/api/one-text/settled', asked, signal);

export const askVersions = (asked: VersionsAsked, signal: AbortSignal) => ask<TextDiffAnswer>('/api/one-text/compared', asked, signal);

export const askDocument = (asked: VersionDocumentAsked) => ask<DocumentMade>('/api/one-text/document', asked);

export const askMarked = (asked: MarkedAsked, signal: AbortSignal) => ask<MarkedRead>('/api/one-text/marked', asked, signal);

export const takeMarks = (asked: MarksTakeAsked) => ask<MarksTaken>('/api/one-text/take', asked);
