// Copy buttons: <button type="button" data-copy="#id" hidden>Copy</button>; without this script they stay hidden.
const SAID_FOR_MILLISECONDS = 2000;

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = 'Press Ctrl+C';
  }
  setTimeout(() => { button.textContent = before; }, SAID_FOR_MILLISECONDS);
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => copy(button));
}
