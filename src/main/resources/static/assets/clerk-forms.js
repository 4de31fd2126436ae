// Clerk's own forms; a plain sentence where they do not come.
(() => {
  const place = document.getElementById('clerk');
  const [waiting, lost] = place.querySelectorAll('[data-wait], [data-lost]');

  function lose() {
    waiting.hidden = true;
    lost.hidden = false;
  }

  async function show({ form, next }) {
    const from = (page) => `${page}?next=${encodeURIComponent(next)}`;
    await clerk.load({
      ui: { ClerkUI: window.__internal_ClerkUICtor },
      localization: window.clerkWords,
      signInUrl: from('/sign-in'),
      signUpUrl: from('/sign-up'),
      signInForceRedirectUrl: next,
      signUpForceRedirectUrl: next,
      afterSignOutUrl: '/',
    });
    if (form !== 'UserProfile' && Clerk.isSignedIn) {
      if (!(await clerk.comeAgain(() => location.replace(next)))) lose();
      return;
    }
    place.replaceChildren();
    Clerk[`mount${form}`](place, { routing: 'hash' });
  }

  waiting.hidden = false;
  setTimeout(lose, 10000);
  // By then Clerk's scripts have come, or never will.
  document.addEventListener('DOMContentLoaded', () => show(place.dataset).catch(lose));
})();
