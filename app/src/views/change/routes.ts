import type { CaseForms } from '../../../types/protocol';
import { ask } from '../../protocol/client';

export const askForms = (text: string, signal: AbortSignal) => ask<CaseForms>('/api/forms', { text }, signal);
