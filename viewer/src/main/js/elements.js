// Making DOM nodes without markup in strings: names from metadata can never become markup.

/** element('label', {class: 'range'}, 'Opacity', input); properties starting with "on" are listeners. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith('on')) {
      made.addEventListener(attribute.slice(2), value);
    } else if (value === true || (value !== false && value !== null && value !== undefined)) {
      made.setAttribute(attribute, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A labelled slider; `change` gets the number. */
export function slider(text, { min, max, step, value }, change) {
  const input = element('input', { type: 'range', min, max, step, oninput: () => change(Number(input.value)) });
  input.value = value;
  return { root: element('label', { class: 'range' }, element('span', {}, text), input), input };
}
