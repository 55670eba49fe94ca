import type { CompareAsked } from '../../../types/protocol';
import { ask, listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askCompare = (asked: CompareAsked, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/compare', asked, signal);

export const removeFile = (file: string, stamp: string) => ask<object>('/api/remove', { file, stamp });
