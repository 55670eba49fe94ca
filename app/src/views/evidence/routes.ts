import type { LookedAt, OutlookTold, StrikeAsked, StrikeTold } from '../../../types/protocol';
import { ask } from '../../protocol/client';


export const askOutlook = (asked: LookedAt, signal: AbortSignal) => ask<OutlookTold | null>('/api/outlook', asked, signal);

export const askStrike = (asked: StrikeAsked, signal: AbortSignal) => ask<StrikeTold>('/api/strike', asked, signal);
