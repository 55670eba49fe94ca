import type { Words } from '..';
import { counted } from './counted';

export const frame: Words['frame'] = {
  skip: 'انتقل إلى المحتوى',
  views: 'طرق العرض',
  file: 'الحالة',
  menu: 'اللغة والمظهر والمساعدة',
  language: 'اللغة',
  theme: 'المظهر',
  themes: { auto: 'كما في النظام', light: 'فاتح', dark: 'داكن' },
  help: 'المفاتيح والمساعدة',
  close: 'إغلاق',
  dismiss: 'إخفاء',
  briefInEnglish: 'جُمل الموجز نفسه بالإنجليزية في الوقت الحالي.',
  unreviewed: 'لم يراجع متحدثٌ أصلي هذه الكلمات بعد.',
  undo: 'تراجع',
  redo: 'إعادة',
  undoThis: (label) => `تراجع عن: ${label}`,
  redoThis: (label) => `أعِد: ${label}`,
  undone: (label) => `تم التراجع عن: ${label}.`,
  redone: (label) => `أُعيد: ${label}.`,
  typing: 'ما كُتب',
  nothingToUndo: 'لا شيء يمكن التراجع عنه.',
  nothingToRedo: 'لا شيء يمكن إعادته.',
  refusedEdit: (why) => `لا يمكن فعل ذلك: ${why}`,
  loading: 'يجري التحميل …',
  notLoaded: 'تعذّر تحميل هذا الجزء: لا جواب من Detente.',
  back: 'رجوع',
};

export const state: Words['state'] = {
  name: 'حالة الأرقام',
  waiting: 'لم يُنظر في شيء بعد',
  looking: 'جارٍ الحساب',
  rough: 'أرقام أولى',
  done: 'محدَّثة',
  over: (draws) => `على ${draws} سحبة`,
  empty: 'لا حالة بعد',
  faulty: 'في النص أخطاء: الأرقام من نص سابق',
  faultyAtOnce: 'في النص أخطاء: لا أرقام بعد',
  failed: 'تعذّر حساب الأرقام',
  unreachable: 'لا جواب من Detente',
  again: 'حاول ثانية',
  stale: 'من نص سابق',
  roughMark: 'أرقام أولى',
  points: 'نقاط',
  errors: counted('لا أخطاء', 'خطأ واحد', 'خطآن', 'أخطاء', 'خطأ'),
  warnings: counted('لا تنبيهات', 'تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا'),
  toProblems: 'أظهر الأخطاء في النص',
  upToDate: (headline) => `الأرقام محدَّثة. ${headline}`,
};

export const letters: Words['letters'] = {
  moved: 'حروف صفقات صارت تعني صفقات أخرى:',
  is: 'الآن',
  gone: 'لا صفقة لها هذا الحرف الآن',
  was: 'وقبلُ',
  now: (letter) => `وهي الآن ${letter}`,
  understood: 'فهمت',
};

export const save: Words['save'] = {
  save: 'حفظ',
  nothing: 'لا شيء للحفظ',
  saved: 'محفوظ',
  saving: 'جارٍ الحفظ',
  unsaved: 'غير محفوظ',
  changed: 'تغيّر على القرص',
  asDraft: 'تُحفظ مسودة بجانب الملف.',
  adrift: 'لا جواب من Detente: لا يمكن حفظ شيء الآن. أبقِ هذه الصفحة مفتوحة؛ فهي تواصل المحاولة.',
  expired: 'شُغّل Detente من جديد وله مفتاح جديد. افتح العنوان الذي طبعه: ما لم يُحفظ هنا باقٍ مسودةً وسيُعرض عليك.',
  copy: 'انسخ النص كله',
  copied: 'النص في الحافظة.',
  wasSaved: (file) => `حُفظ في ${file}.`,
  failed: (why) => `لم يُحفظ: ${why}`,
  unreachable: 'لم يُحفظ: لا جواب من Detente. هل ما زال يعمل؟',
  adopted: 'تغيّر الملف في مكان آخر، ويظهر الآن نصه الجديد.',
  outsideLabel: 'التغيير الذي جرى في مكان آخر',
};

export const draft: Words['draft'] = {
  title: 'بقي نص لم يُحفظ',
  told: (when) => `كُتب هنا في ${when} ولم يُحفظ في الملف قط.`,
  moved: 'وقد تغيّر الملف نفسه منذ ذلك الحين؛ يمكنك دمج الاثنين.',
  take: 'استعِده',
  drop: 'تخلّص منه',
  label: 'استعادة النص غير المحفوظ',
  difference: 'ما يختلف: الملف أولًا، ثم النص غير المحفوظ.',
};

export const outside: Words['outside'] = {
  title: 'غيّر شخص آخر الملف',
  told: 'نصك غير المحفوظ والملف على القرص مختلفان. لن يُستبدل شيء: مُرّ على المواضع أدناه، وفي كل منها نص الملف أولًا ونصك تحته، واختر.',
  gone: 'لم يعد الملف على القرص. الحفظ يكتبه من جديد.',
  show: 'دمج',
  banner: 'غيّر شخص آخر الملف، ونصك غير محفوظ.',
  mine: 'أبقِ نصي',
  theirs: 'خذ نصهم',
  allTheirs: 'خذ الملف كما هو',
  finish: 'تابع بهذا النص',
  later: 'ليس الآن',
  finished: 'دُمج الاثنان. لم يُحفظ شيء بعد.',
  label: 'الدمج مع الملف على القرص',
  field: 'نصك، وبجانبه ما يقوله الملف على القرص',
};

export const refused: Words['refused'] = {
  noToken: 'تحتاج هذه الصفحة إلى العنوان الذي طبعه Detente',
  noTokenTold:
    'آخره، بعد «#token=»، هو مفتاح حالتك. ارجع إلى الطرفية وافتح العنوان كاملًا من هناك. وإن لم يعد Detente يعمل فشغّله من جديد:',
  badToken: 'انتهت صلاحية هذا العنوان',
  badTokenTold: 'يصنع Detente مفتاحًا جديدًا عند كل تشغيل، وهذا المفتاح من تشغيل سابق. افتح آخر عنوان طبعه، أو شغّله من جديد:',
  unreachable: 'لا يجيب Detente',
  unreachableTold: 'ربما أُوقف. شغّله من جديد في الطرفية وافتح العنوان الذي يطبعه:',
  otherwise: 'تعذّر فتح هذه الحالة',
  again: 'حاول ثانية',
};

export const help: Words['help'] = {
  title: 'المفاتيح',
  told: 'يمكن فعل كل شيء هنا من دون فأرة. هذه المفاتيح تعمل الآن:',
  key: 'المفتاح',
  does: 'ما يفعله',
  help: 'أظهر هذه المساعدة',
  save: 'حفظ',
  undo: 'تراجع',
  redo: 'إعادة',
  view: (name) => `اذهب إلى «${name}»`,
  close: 'أغلق لوحة أو نافذة وعُد إلى حيث كنت',
  traceNext: 'على علامة: إلى العلامة التالية أو السابقة',
  traceOpen: 'على علامة: أظهر ما تستند إليه',
  textHelp: 'في النص: ما هذا؟',
  textComplete: 'في النص: ما الذي يمكن أن يقف هنا؟',
  textProblem: 'في النص: الخطأ التالي',
  textSearch: 'في النص: بحث واستبدال',
  textLeave: 'في النص: اترك الحقل (ثم Tab)',
  version: (version) => `Detente ${version}. لا شيء يغادر هذا الجهاز.`,
};
