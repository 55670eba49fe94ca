const rules = new Intl.PluralRules('ar');

/** A noun counted as Arabic counts: none, one, two, three to ten, eleven and more. */
export function counted(none: string, one: string, two: string, few: string, many: string): (n: number) => string {
  return (n) => {
    switch (rules.select(n)) {
      case 'zero':
        return none;
      case 'one':
        return one;
      case 'two':
        return two;
      case 'few':
        return `${n} ${few}`;
      default:
        return `${n} ${many}`;
    }
  };
}
