/** What the server says of an answer, as a sentence: it begins with a capital, unless with a name, ends with a stop, and quotes as people do. */
export function sentence(said: string, named = false): string {
  const text = said.trim().replace(/`([^`]*)`/g, '“$1”');
  if (text === '') return '';
  return (named ? text.charAt(0) : text.charAt(0).toUpperCase()) + text.slice(1) + (/[.?!]$/.test(text) ? '' : '.');
}
