import type { MergeAnswer } from '../../../types/answers';
import type { MergeAsked, OverlayAsked } from '../../../types/protocol';
import { ask, listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askMerge = (asked: MergeAsked, signal: AbortSignal) => ask<MergeAnswer>('/api/merge', asked, signal);

export const askOverlay = (asked: OverlayAsked, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/overlay', asked, signal);
