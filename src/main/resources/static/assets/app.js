// Everything here only improves pages that work without it.

// Times were written for Seoul; say them in the reader's own zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function localTimes(root) {
  if (zone === 'Asia/Seoul') return;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of root.querySelectorAll('time[data-local]')) {
    time.textContent = format.format(new Date(time.dateTime));
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
document.addEventListener('keydown', (event) => {
  const menu = document.querySelector('details.menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

document.addEventListener('htmx:load', (event) => localTimes(event.target));
localTimes(document);
follow();
