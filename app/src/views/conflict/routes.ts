import type { ConflictTold, LookedAt, StateAsked, StateExplained } from '../../../types/protocol';
import { ask } from '../../protocol/client';

export const askConflict = (asked: LookedAt, signal: AbortSignal) => ask<ConflictTold | null>('/api/conflict', asked, signal);

export const askState = (asked: StateAsked, signal: AbortSignal) => ask<StateExplained>('/api/conflict/state', asked, signal);
