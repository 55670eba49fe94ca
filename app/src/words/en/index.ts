import { begin, order } from './begin';
import { draft, frame, help, outside, refused, save, state } from './frame';
import { packages } from './packages';
import { read } from './read';
import { text } from './text';
import { trace } from './trace';
import { whatif } from './whatif';

export const en = { frame, state, save, draft, outside, refused, help, read, text, trace, begin, order, whatif, packages };
