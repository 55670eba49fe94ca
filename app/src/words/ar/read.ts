import type { Words } from '..';

export const read: Words['read'] = {
  view: 'قراءة',
  asOf: (day) => `حتى ${day}`,
  mustSign: 'لا اتفاق من دون توقيعهم',
  draws: (draws) => `${draws} سحبة`,
  contents: 'المحتويات',
  brief: 'الموجز',
  annex: 'الملحق',
  annexTold: 'كل جدول ورسم ومصدر وراء الموجز',
  top: 'أين وصلت الأمور',
  leads: (figure) => `${figure}: أين حُسب هذا`,
  nothing: 'لا موجز بعد: في النص أخطاء.',
  empty: 'ما زال هذا الملف فارغًا.',
  waiting: 'يجري إعداد الموجز.',
  trace: 'أظهر ما يستند إليه هذا',
};
