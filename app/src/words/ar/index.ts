import type { Words } from '..';
import { begin, order } from './begin';
import { conflict } from './conflict';
import { dayAfter } from './day-after';
import { evidence } from './evidence';
import { answers, change, range } from './change';
import { draft, frame, help, letters, outside, refused, save, state } from './frame';
import { handover } from './handover';
import { hands } from './hands';
import { intake } from './intake';
import { oneText } from './one-text';
import { packages } from './packages';
import { read } from './read';
import { text } from './text';
import { trace } from './trace';
import { whatif } from './whatif';

export const ar: Words = { frame, state, letters, save, draft, outside, refused, help, read, text, trace, begin, order, evidence, dayAfter, intake, conflict, whatif, packages, oneText, hands, handover, range, answers, change };
