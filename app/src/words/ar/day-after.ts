import type { Words } from '..';

export const dayAfter: Words['dayAfter'] = {
  view: 'اليوم التالي',
  toIt: 'حين يُوقَّع: راقب اليوم التالي',
  helpCalendar: 'في التقويم: من يوم إلى يوم؛ إلى طرفي الأسبوع؛ إلى اليوم التالي الذي فيه شيء؛ إلى ما يقال عنه',
  all: () => import('./day-after-all').then((module) => module.all),
};
