// Everything here only improves pages that work without it.

// Times were written for Seoul; say them in the reader's own zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function localTimes(root) {
  if (zone === 'Asia/Seoul') return;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of root.querySelectorAll('time[data-local]')) {
    time[time.dataset.local === 'text' ? 'textContent' : 'title'] = format.format(new Date(time.dateTime));
    time.removeAttribute('data-local');
  }
}

document.addEventListener('click', async ({ target }) => {
  const share = target.closest('[data-share]');
  if (!share) return;
  const url = location.origin + share.dataset.share;
  if (navigator.share) return navigator.share({ title: document.title, url }).catch(() => {});
  await navigator.clipboard.writeText(url);
  tell(share.dataset.copied);
});

// Another page of this site; null where it cannot be had.
async function pageAt(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

// A sentence at the edge of the page, with at most one thing to do about it.
const words = document.getElementById('toasts').dataset;

function tell(text, action, act) {
  const toasts = document.getElementById('toasts');
  const toast = document.createElement('p');
  toast.className = 'toast';
  toast.textContent = text;
  if (action) {
    const button = document.createElement('button');
    button.textContent = action;
    button.addEventListener('click', act);
    toast.append(button);
  }
  // What lies outside of an open dialog cannot be touched.
  (document.querySelector('dialog[open]') ?? document.body).append(toasts);
  toasts.replaceChildren(toast);
  clearTimeout(tell.end);
  tell.end = setTimeout(() => toast.remove(), 10000);
}

// Live progress: the stream moves the bar; at its end the server shows the page once more.
function follow() {
  const making = document.getElementById('making');
  const address = making?.dataset.events;
  if (!address) return;
  const bar = making.querySelector('progress');
  const standing = making.querySelector('[data-standing]');
  const events = new EventSource(address);

  function say(text) {
    if (standing.textContent !== text) standing.textContent = text;
  }

  events.addEventListener('generation', (event) => {
    const { status, progress, queuePosition } = JSON.parse(event.data);
    if (status === 'queued') {
      const ahead = (queuePosition ?? 1) - 1;
      say(ahead > 0 ? making.dataset.queued.replace('#', ahead) : making.dataset.next);
    } else if (status === 'running') {
      say(making.dataset.running);
      for (const word of making.querySelectorAll('[data-word]')) word.textContent = making.dataset.drawing;
      bar.value = progress;
    } else {
      events.close();
      showEnd();
    }
  });
}

async function showEnd() {
  const page = await pageAt(location.href);
  if (!page) {
    location.reload();
    return;
  }
  const end = document.adoptNode(page.getElementById('making'));
  document.getElementById('making').replaceWith(end);
  htmx.process(end);
  localTimes(end);
  end.querySelector('h1').setAttribute('role', 'status');
}

// A form that asks for a picture is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-once]')) return;
  if (form.ariaBusy === 'true') event.preventDefault();
  form.ariaBusy = 'true';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-once]')) form.ariaBusy = 'false';
});

// An example fills the prompt and leaves the rest of the form alone.
document.addEventListener('click', (event) => {
  const example = event.target.closest('[data-example]');
  const prompt = document.getElementById('prompt');
  if (example && prompt) {
    event.preventDefault();
    prompt.value = example.textContent;
    prompt.focus();
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.id === 'prompt') event.target.form.requestSubmit();
});

// How many characters are left is said only near the end.
document.addEventListener('input', ({ target }) => {
  const left = document.getElementById(`${target.id}-left`);
  if (left) left.textContent = target.maxLength - target.value.length < 200 ? `${target.value.length} / ${target.maxLength}` : '';
});

// One's own prompts that hold what is being typed, offered under it.
const offered = document.querySelector('[data-prompts]');
let typing;
if (offered) {
  document.getElementById('prompt').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => offer(event.target.value.trim().slice(0, 100)), 300);
  });
}

async function offer(typed) {
  try {
    const answer = await fetch(offered.dataset.prompts + encodeURIComponent(typed), { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const { items } = await answer.json();
    const chips = items.map(({ prompt, generationId }) => {
      const link = document.createElement('a');
      link.className = 'chip said';
      link.href = '/create?again=' + generationId;
      link.dataset.example = '';
      link.textContent = prompt;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    offered.querySelector('ul').replaceChildren(...chips);
    offered.hidden = chips.length === 0;
  } catch {
    // What was offered before stays.
  }
}

document.addEventListener('keydown', (event) => {
  const menu = document.querySelector('details.menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// Whoever opens a picture has seen it; machines that only fetch the page have not.
function note(root) {
  const seen = root.closest('[data-view]') ?? root.querySelector('[data-view]');
  if (seen) fetch(seen.dataset.view, { method: 'POST', keepalive: true }).catch(() => {});
}

// A heart answers at once, and is put right when the server says otherwise.
const compact = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', maximumFractionDigits: 1, roundingMode: 'trunc' });

function paint(heart, isLiked, count) {
  heart.setAttribute('aria-pressed', isLiked);
  heart.classList.toggle('on', isLiked);
  const number = heart.querySelector('b');
  number.dataset.count = count;
  number.textContent = compact.format(count);
}

async function like(heart, thing) {
  const wants = () => heart.getAttribute('aria-pressed') === 'true';
  const was = wants();
  const count = Number(heart.querySelector('b').dataset.count);
  paint(heart, !was, count + (was ? -1 : 1));
  if (heart.ariaBusy === 'true') return;
  heart.ariaBusy = 'true';
  let truth = { isLiked: was, likeCount: count };
  try {
    while (truth.isLiked !== wants()) {
      const answer = await fetch(`/api/v1${thing}/like`, { method: wants() ? 'PUT' : 'DELETE', headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(answer.status);
      truth = await answer.json();
    }
  } catch {
    tell(words.failed);
  }
  paint(heart, truth.isLiked, truth.likeCount);
  heart.ariaBusy = 'false';
}

document.addEventListener('submit', (event) => {
  const heart = event.target.querySelector('.heart');
  if (!heart) return;
  event.preventDefault();
  like(heart, new URL(event.target.action).pathname.replace(/\/[^/]+$/, ''));
});

// What is deleted is gone from the page at once and from the house a little later, unless it is taken back.
const going = new Map();

function putAway(things, address, body, said) {
  const show = (isShown) => things.forEach((thing) => (thing.hidden = !isShown));
  const finish = async (init) => {
    if (!going.delete(things)) return;
    const answer = await fetch(address, { method: 'POST', body, ...init }).catch(() => null);
    if (init) return;
    if (!answer?.ok) {
      show(true);
      tell(words.failed);
    } else if (things.some((thing) => thing.matches('.picture'))) {
      location.assign(answer.url);
    }
  };
  show(false);
  going.set(things, { finish, sent: [address, body.toString()] });
  setTimeout(finish, 10000);
  tell(said, words.undo, () => {
    going.delete(things);
    show(true);
    tell(words.undone);
    things[0].querySelector('a, input, button')?.focus();
  });
}
// A page that is left sends what is due; as that may come to nothing, the next page does so again.
addEventListener('pagehide', () => {
  const due = [...going.values()];
  if (due.length) sessionStorage.setItem('going', JSON.stringify(due.map(({ sent }) => sent)));
  for (const { finish } of due) finish({ keepalive: true });
});
for (const [address, body] of JSON.parse(sessionStorage.getItem('going') ?? '[]')) {
  fetch(address, { method: 'POST', body: new URLSearchParams(body) }).catch(() => {});
}
sessionStorage.removeItem('going');

document.addEventListener('submit', (event) => {
  const form = event.target;
  const said = form.dataset.undo ?? event.submitter?.dataset.undo;
  if (!said) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  fields.set('sure', 'true');
  const chosen = [...form.elements].filter((box) => box.name === 'id' && box.checked).map((box) => box.closest('li'));
  const tile = form.closest('dialog') && tileOf(location.pathname)?.closest('li');
  const things = chosen.length ? chosen : [tile ?? form.closest('.picture')];
  if (tile) history.back();
  if (form.id !== 'chosen' || chosen.length) putAway(things, new URL(form.action).pathname, new URLSearchParams(fields), said);
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-delete]');
  if (!link) return;
  event.preventDefault();
  putAway([link.closest('li')], link.dataset.delete, new URLSearchParams(), link.dataset.undo);
});

// Nothing that was typed is lost to a cut line.
document.addEventListener('submit', (event) => {
  if (navigator.onLine || event.defaultPrevented) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  event.target.ariaBusy = 'false';
  tell(words.offline);
}, true);
addEventListener('offline', () => tell(words.offline));
addEventListener('online', () => tell(words.online));
document.addEventListener('htmx:sendError', () => tell(words.failed));
document.addEventListener('htmx:afterRequest', ({ target }) => (target.ariaBusy = 'false'));

// Forms of a picture are answered by the picture as it is then; any other answer is a page of its own.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, target } = event.detail;
  if (!target.matches('.picture')) return;
  if (xhr.responseText.includes('class="picture"')) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    return;
  }
  event.detail.shouldSwap = false;
  const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
  if (xhr.status < 400) location.assign(xhr.responseURL);
  else tell(page.querySelector('main p')?.textContent ?? words.failed);
});

// News rings the bell in every tab; one of them listens for all, as a browser opens only a few streams at a time.
function listen() {
  const bell = document.querySelector('[data-bell]');
  if (!bell) return;
  const count = bell.querySelector('.bell-count');
  const name = `bell-${bell.dataset.member}`;
  let tabs;
  let events;
  let leave;

  function ring(unread) {
    const text = unread > 99 ? '99+' : String(unread || '');
    if (count.textContent === text) return;
    count.textContent = text;
    if (document.getElementById('notices')) renew('notices');
  }

  function open() {
    events = new EventSource(bell.dataset.bell);
    events.addEventListener('unread', (event) => {
      const { unreadNotifications } = JSON.parse(event.data);
      ring(unreadNotifications);
      tabs.postMessage(unreadNotifications);
    });
    return new Promise((resolve) => (leave = resolve));
  }

  function enter() {
    tabs = new BroadcastChannel(name);
    tabs.onmessage = (event) => ring(event.data);
    const turn = new AbortController();
    addEventListener('pagehide', () => turn.abort(), { once: true });
    if (navigator.locks) navigator.locks.request(name, { signal: turn.signal }, open).catch(() => {});
    else open();
  }

  // A page that is left lets go of everything, so that the browser can keep it whole for coming back.
  addEventListener('pagehide', () => {
    events?.close();
    leave?.();
    tabs.close();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) enter();
  });
  enter();
}

async function renew(id) {
  const page = await pageAt(location.href);
  if (!page) return;
  const part = document.adoptNode(page.getElementById(id));
  document.getElementById(id).replaceWith(part);
  htmx.process(part);
  localTimes(part);
}

// Whoever signs out is not told of news in this browser any more; its push service says so to the next attempt.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[action$="/sign-out"]') || !navigator.serviceWorker) return;
  event.preventDefault();
  try {
    const worker = await navigator.serviceWorker.getRegistration();
    const subscription = await worker?.pushManager?.getSubscription();
    await subscription?.unsubscribe();
    for (const name of await caches.keys()) await caches.delete(name);
  } finally {
    form.submit();
  }
});

document.addEventListener('htmx:load', (event) => localTimes(event.target));
// What every page needs is kept for when there is no line.
addEventListener('load', async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/assets/`)));
});

localTimes(document);
note(document.body);
follow();
listen();
