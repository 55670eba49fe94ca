import type { report as english } from '../en/day-after-report';

export const report: typeof english = {
  reportTitle: 'تقرير عمّا وُعد به',
  reportOf: 'عن',
  field: { says: 'ما يقوله', count: 'كم منه حتى الآن، في المجموع', said: 'قيل في', happened: 'حدث في، إن كان يومًا آخر', by: 'من يقوله', party: 'باسم من', source: 'المصدر', grade: 'الدرجة', text: 'بالكلمات' },
  forNobody: 'لا باسم أي من الجانبين',
  noSource: 'لا شيء بعد',
  gradeTold: 'من A1 إلى F6؛ ويجوز تركها',
  addIt: 'أضفه إلى الحالة',
  cancel: 'إلغاء',
  needsCount: 'قل كم منه حتى الآن: عدد صحيح.',
  needsDay: 'قل في أي يوم قيل.',
  added: (what) => `تقرير عن ${what}`,
  wasAdded: 'التقرير في النص. احفظ ليبقى.',
  movesCase: (day) => `الحالة عند يوم أسبق: وبهذا التقرير تنتقل إلى ${day}.`,
};
