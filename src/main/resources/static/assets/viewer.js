// Pictures open over the page they are on, under their own address; going back closes them at the same place.
const home = location.pathname + location.search;
const homeTitle = document.title;
let viewer;
let wanted;

const tiles = () => [...document.querySelectorAll('main .tile-picture')];
const tileOf = (address) => tiles().find((tile) => tile.pathname === address);

document.addEventListener('click', (event) => {
  const tile = event.target.closest('main .tile-picture');
  if (!tile || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(tile, 'pushState');
});

// What the tile shows stands in until the picture's own page has come.
async function open(tile, change) {
  wanted = tile.pathname;
  if (change) history[change]({ viewer: true }, '', tile.href);
  viewer ??= framed();
  const inside = viewer.querySelector('.viewer-in');
  const standIn = tile.querySelector('img').cloneNode();
  standIn.classList.add('whole');
  standIn.sizes = '80vw';
  inside.replaceChildren(standIn);
  viewer.ariaBusy = 'true';
  const at = tiles().indexOf(tile);
  viewer.querySelector('[data-step="-1"]').ariaDisabled = at === 0;
  viewer.querySelector('[data-step="1"]').ariaDisabled = at === tiles().length - 1;
  if (!viewer.open) viewer.showModal();
  const page = await pageAt(tile.href);
  if (wanted !== tile.pathname) return;
  const picture = page?.querySelector('.picture');
  if (!picture) {
    location.reload();
    return;
  }
  viewer.ariaBusy = 'false';
  viewer.ariaLabel = document.title = page.title;
  inside.replaceChildren(document.adoptNode(picture));
  viewer.scrollTop = 0;
  htmx.process(picture);
  localTimes(picture);
  note(picture);
  if (at > tiles().length - 4) document.querySelectorAll('main .ahead').forEach((more) => htmx.trigger(more, 'intersect'));
}

function framed() {
  const dialog = document.getElementById('viewer').content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    history.back();
  });
  dialog.addEventListener('click', (event) => {
    const by = event.target.closest('[data-step]')?.dataset.step;
    if (by) step(Number(by));
    else if (event.target === dialog || event.target.closest('[data-close]')) history.back();
  });
  return dialog;
}

document.addEventListener('keydown', (event) => {
  if (!viewer?.open || event.target.closest('input, textarea, select') || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'ArrowLeft') step(-1);
  if (event.key === 'ArrowRight') step(1);
});

function step(by) {
  const tile = tiles()[tiles().indexOf(tileOf(wanted)) + by];
  if (tile) open(tile, 'replaceState');
}

function close() {
  const last = tileOf(wanted);
  wanted = undefined;
  document.title = homeTitle;
  if (!viewer?.open) return;
  viewer.close();
  document.body.append(document.getElementById('toasts'));
  last?.scrollIntoView({ block: 'nearest' });
  last?.focus({ preventScroll: true });
}

addEventListener('popstate', () => {
  if (location.pathname + location.search === home) return close();
  const tile = history.state?.viewer && tileOf(location.pathname);
  if (tile) open(tile);
  else location.reload();
});

// Arrows move through the pictures as they lie.
document.addEventListener('keydown', (event) => {
  const tile = event.target.closest?.('main .tile-picture');
  if (!tile || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = tiles();
  const at = all.indexOf(tile);
  const to = {
    ArrowLeft: () => all[at - 1],
    ArrowRight: () => all[at + 1],
    ArrowUp: () => beside(tile, all.slice(0, at), -1),
    ArrowDown: () => beside(tile, all.slice(at + 1), 1),
    Home: () => all[0],
    End: () => all.at(-1),
  }[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
});

// The one in the next row that lies nearest below or above.
function beside(tile, others, way) {
  const from = tile.getBoundingClientRect();
  const middle = (box) => (box.left + box.right) / 2;
  const rows = others.map((other) => [other, other.getBoundingClientRect()]).filter(([, box]) => way * (box.top - from.top) > 1);
  const row = Math.min(...rows.map(([, box]) => way * box.top));
  return rows
    .filter(([, box]) => way * box.top - row < 1)
    .sort(([, a], [, b]) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)))[0]?.[0];
}

// Whoever comes back to a long list finds as much of it as there was, where they were.
const place = `place ${home}`;
let grown = 0;
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.shouldSwap && detail.target.matches('main .more')) grown += 1;
});
addEventListener('pagehide', () => {
  if (grown) sessionStorage.setItem(place, JSON.stringify({ pages: grown, y: scrollY }));
});

async function regrow({ pages, y }) {
  history.scrollRestoration = 'manual';
  while (grown < pages) {
    const more = document.querySelector('main .more');
    const page = more && (await pageAt(more.querySelector('a').href));
    if (!page) break;
    const next = [...page.querySelectorAll('#tiles > *')].map((item) => document.adoptNode(item));
    more.replaceWith(...next);
    for (const item of next) {
      htmx.process(item);
      localTimes(item);
    }
    grown += 1;
  }
  scrollTo(0, y);
  history.scrollRestoration = 'auto';
}

const left = sessionStorage.getItem(place);
sessionStorage.removeItem(place);
if (left && performance.getEntriesByType('navigation')[0]?.type !== 'navigate') regrow(JSON.parse(left));
