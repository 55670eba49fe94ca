/**
 * Makes the children of `place` those of `wanted`, touching only what differs. What stays keeps the focus, the selection and,
 * where a reader has folded or unfolded it, its state.
 */
export function morph(place: ParentNode & Node, wanted: ParentNode & Node): void {
  const old = [...place.childNodes];
  const fresh = [...wanted.childNodes];
  fresh.forEach((node, i) => {
    const there = old[i];
    if (!there) place.appendChild(node);
    else if (!alike(there, node)) place.replaceChild(node, there);
    else if (there instanceof Element && node instanceof Element) become(there, node);
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
  });
  for (const node of old.slice(fresh.length)) node.remove();
}

function alike(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a as Element).id === (b as Element).id;
}

function become(there: Element, wanted: Element): void {
  if (there.isEqualNode(wanted)) return;
  for (const { name } of [...there.attributes]) {
    if (!wanted.hasAttribute(name) && !readers(there, name)) there.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (!readers(there, name) && there.getAttribute(name) !== value) there.setAttribute(name, value);
  }
  morph(there, wanted);
}

/** What belongs to the reader: whether something is folded, and which mark the keyboard is at. */
function readers(element: Element, attribute: string): boolean {
  return (attribute === 'open' && element.nodeName === 'DETAILS') || attribute === 'tabindex';
}
