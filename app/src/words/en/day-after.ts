export const dayAfter = {
  view: 'Day after',
  toIt: 'When it is signed: watch the day after',
  helpCalendar: 'In the calendar: from day to day; to the ends of a week; to the next day on which something is; to what is told of it',
  /** The words of the view itself, loaded with it. */
  all: () => import('./day-after-all').then((module) => module.all),
};
