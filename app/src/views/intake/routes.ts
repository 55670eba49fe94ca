import type { Edited, IntakeAsked, IntakeRead, TakeAsked } from '../../../types/protocol';
import { ask } from '../../protocol/client';

export const askIntake = (asked: IntakeAsked, signal: AbortSignal) => ask<IntakeRead>('/api/intake', asked, signal);

export const askTake = (asked: TakeAsked) => ask<Edited>('/api/intake/take', asked);
