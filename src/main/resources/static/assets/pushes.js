// The switch that lets this browser be told of news while no page is open.
const section = document.getElementById('push');

if (section && 'serviceWorker' in navigator && 'PushManager' in window) {
  const address = '/api/v1/me/push-subscriptions';
  const on = section.querySelector('[data-push-on]');
  const off = section.querySelector('[data-push-off]');
  const said = section.querySelector('[data-push-said]');

  // A subscription is the browser's; whoever made it here may be somebody else.
  const mine = () => localStorage.getItem('push') === section.dataset.member;

  function say(word) {
    said.textContent = word ? said.dataset[word] : '';
  }

  function show(isOn) {
    on.hidden = isOn;
    off.hidden = !isOn;
    section.hidden = false;
  }

  async function subscribe() {
    if ((await Notification.requestPermission()) !== 'granted') return say('denied');
    const worker = await navigator.serviceWorker.register(section.dataset.sw);
    await navigator.serviceWorker.ready;
    const old = await worker.pushManager.getSubscription();
    if (old && !mine()) await old.unsubscribe();
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: section.dataset.key,
    });
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...subscription.toJSON(), language: section.dataset.language }),
    });
    if (!answer.ok) throw new Error(answer.status);
    localStorage.setItem('push', section.dataset.member);
    localStorage.setItem('push-id', (await answer.json()).id);
    show(true);
    off.focus();
    say('on');
  }

  async function unsubscribe() {
    const worker = await navigator.serviceWorker.getRegistration();
    const subscription = await worker?.pushManager.getSubscription();
    await subscription?.unsubscribe();
    await fetch(`${address}/${localStorage.getItem('push-id')}`, { method: 'DELETE' });
    localStorage.removeItem('push');
    show(false);
    on.focus();
    say('off');
  }

  on.addEventListener('click', () => subscribe().catch(() => say('failed')));
  off.addEventListener('click', () => unsubscribe().catch(() => say('failed')));

  navigator.serviceWorker
    .getRegistration()
    .then((worker) => worker?.pushManager.getSubscription())
    .then((subscription) => show(Boolean(subscription) && mine()));
}
