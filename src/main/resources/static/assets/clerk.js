// Sessions of Clerk's last a minute; its script renews them, and is loaded only for whoever is signed in there.
const clerk = (({ script, late }) => {
  const sent = new WeakMap();
  let loading;
  let typed = false;

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const isKnown = () => /__client_uat(_[\w-]+)?=[1-9]/.test(document.cookie);

  function isFresh() {
    return document.cookie.split('; ').some((cookie) => {
      const [, claims] = /^__session(?:_[\w-]+)?=[^.]+\.([^.]+)/.exec(cookie) ?? [];
      try {
        return JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))).exp * 1000 > Date.now() + 2000;
      } catch {
        return false;
      }
    });
  }

  function load(options) {
    const start = () => Clerk.load({ telemetry: false, signInUrl: '/sign-in', signUpUrl: '/sign-up', ...options });
    loading ??= window.Clerk ? start() : new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement('script'), { src: script, crossOrigin: 'anonymous', onload, onerror }));
    }).then(start);
    return loading;
  }

  // Nobody waits for long: what is late all the same is answered by the server.
  const inTime = (act) => Promise.race([load().then(act), pause(3000)]).catch(() => {}).then(() => pause(0));
  const renew = () => inTime(() => Clerk.session?.getToken({ skipCache: true }));

  // Whoever is signed in at Clerk but not here comes again, though not for ever.
  async function comeAgain(go) {
    const now = Date.now();
    if (now - (sessionStorage.clerk ?? 0) < 60000) return false;
    sessionStorage.clerk = now;
    if (!isFresh()) await renew();
    go();
    return true;
  }

  addEventListener('input', () => (typed = true));

  // What would be sent with a stale session is held until it is fresh, and then sent as it was.
  addEventListener('submit', async (event) => {
    const { target: form, submitter } = event;
    if (sent.get(form) === 'now') return void sent.delete(form);
    const isSignOut = form.getAttribute('action') === '/sign-out';
    if (form.getAttribute('method') !== 'post' || !isKnown() || (isFresh() && !isSignOut)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (sent.has(form)) return;
    sent.set(form, 'soon');
    form.ariaBusy = 'true';
    await (isSignOut ? inTime(() => Clerk.signOut(() => {})) : renew());
    sent.set(form, 'now');
    form.ariaBusy = 'false';
    form.requestSubmit(submitter);
  }, true);
  addEventListener('htmx:confirm', (event) => {
    if (isFresh() || !isKnown()) return;
    event.preventDefault();
    renew().then(() => event.detail.issueRequest());
  });

  const isLate = late === '' && !isFresh();
  if (late !== '') sessionStorage.removeItem('clerk');
  if (isKnown() && !document.getElementById('clerk')) {
    load().then(() => isLate && Clerk.isSignedIn && !typed && comeAgain(() => location.reload()), () => {});
  }
  return { load, comeAgain };
})(document.currentScript.dataset);
