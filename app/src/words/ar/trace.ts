import type { Words } from '..';
import { counted } from './counted';

export const trace: Words['trace'] = {
  title: 'ما يستند إليه هذا',
  line: (line) => `السطر ${line}`,
  note: (note) => `الحاشية ${note}`,
  figure: 'رقم',
  claim: 'ادعاء',
  source: 'مصدر',
  inText: 'أظهره في النص',
  says: 'ما تقوله الحالة',
  judged: 'تقدير شخصي: لا يُسند إلى مصدر.',
  draft: 'مسودة: لم يقبلها أحد بعد، ولا وزن لها.',
  sources: 'مصادره',
  here: counted('لا أرقام هنا', 'هنا رقم واحد', 'هنا رقمان', 'أرقام هنا', 'رقمًا هنا'),
  restsOn: counted('لا يستند إليه أي رقم', 'يستند إليه رقم واحد', 'يستند إليه رقمان', 'أرقام تستند إليه', 'رقمًا تستند إليه'),
  claims: counted('لا يأتي منه أي ادعاء', 'يأتي منه ادعاء واحد', 'يأتي منه ادعاءان', 'ادعاءات تأتي منه', 'ادعاءً تأتي منه'),
  published: (day) => `نُشر في ${day}`,
  reliability: (grade) => `درجة الموثوقية ${grade}`,
  nothingOnLine: 'لا رقم في هذا السطر.',
  unknownSource: 'لم يعد النص يذكر هذا المصدر.',
  unknownFigure: 'لم يعد هذا في النص.',
  waiting: 'يجري البحث',
  stale: 'من آخر نص بلا أخطاء.',
  unreachable: 'لا جواب من Detente.',
};
