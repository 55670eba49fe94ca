import type { DocumentAsked, DocumentMade, ExtractAsked, PageAsked, PageMade } from '../../../types/protocol';
import { ask, listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askPage = (asked: PageAsked, signal: AbortSignal) => ask<PageMade>('/api/page', asked, signal);

export const askDocument = (asked: DocumentAsked, signal: AbortSignal) => ask<DocumentMade>('/api/document', asked, signal);

export const askExtract = (asked: ExtractAsked, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/extract', asked, signal);
