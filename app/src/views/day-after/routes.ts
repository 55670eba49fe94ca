import type { LookedAt } from '../../../types/protocol';
import { listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askDayAfter = (asked: LookedAt, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/day-after', asked, signal);
