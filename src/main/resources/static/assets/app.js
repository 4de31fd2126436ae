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
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const end = document.adoptNode(page.getElementById('making'));
    document.getElementById('making').replaceWith(end);
    localTimes(end);
    end.querySelector('h1').setAttribute('role', 'status');
  } catch {
    location.reload();
  }
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
const seen = document.querySelector('[data-view]')?.dataset.view;
if (seen) fetch(seen, { method: 'POST', keepalive: true }).catch(() => {});

// News rings the bell in every tab; one of them listens for all, as a browser opens only a few streams at a time.
function listen() {
  const bell = document.querySelector('[data-bell]');
  if (!bell) return;
  const count = bell.querySelector('.bell-count');
  const name = `bell-${bell.dataset.member}`;
  const tabs = new BroadcastChannel(name);

  function ring(unread) {
    const text = unread > 99 ? '99+' : String(unread || '');
    if (count.textContent === text) return;
    count.textContent = text;
    if (document.getElementById('notices')) renew('notices');
  }

  function open() {
    const events = new EventSource(bell.dataset.bell);
    events.addEventListener('unread', (event) => {
      const { unreadNotifications } = JSON.parse(event.data);
      ring(unreadNotifications);
      tabs.postMessage(unreadNotifications);
    });
    return new Promise(() => {});
  }

  tabs.onmessage = (event) => ring(event.data);
  if (navigator.locks) navigator.locks.request(name, open);
  else open();
}

async function renew(id) {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
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
  } finally {
    form.submit();
  }
});

document.addEventListener('htmx:load', (event) => localTimes(event.target));
localTimes(document);
follow();
listen();
