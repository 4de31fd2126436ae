// Takes the main pages as pictures for docs/screens; see README.md.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT);
const site = process.argv[2];
const folder = new URL('../docs/screens/', import.meta.url).pathname;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
const { token, userId } = await (
  await fetch(`${site}/local-clerk/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"username":"지우"}' })
).json();
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const api = async (path, init) => (await fetch(`${site}/api/v1${path}`, { headers, ...init })).json();
const mine = await api('/me/images?limit=100');
const best = mine.items.toSorted((a, b) => b.commentCount - a.commentCount)[0];

const PAGES = [
  { name: 'feed', path: '/' },
  { name: 'viewer', path: '/', then: (page) => page.locator('.tile-picture').nth(2).click() },
  { name: 'picture', path: `/images/${best.id}` },
  { name: 'create', path: '/create' },
  { name: 'running', path: '/me/generations', running: true },
  { name: 'done', path: '/me/generations', done: true },
  { name: 'profile', path: `/users/${userId}` },
  { name: 'gallery', path: '/me' },
  { name: 'credits', path: '/me/credits' },
];

mkdirSync(folder, { recursive: true });
for (const shown of PAGES) {
  const shots = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of SIZES) shots.push({ ...viewport, image: await shoot(shown, colorScheme, viewport) });
  }
  await sheet(shown.name, shots);
}
await browser.close();

async function shoot(shown, colorScheme, viewport) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'ko-KR', timezoneId: 'Asia/Seoul', reducedMotion: 'reduce', serviceWorkers: 'block' });
  await context.addCookies([{ name: '__session', value: token, url: site }]);
  const page = await context.newPage();
  if (shown.running) {
    // What a slower engine would show for a while.
    const asked = await api('/generations', { method: 'POST', body: JSON.stringify({ prompt: '노을 지는 바다 위의 작은 돛단배', imageSize: 'large', aspectRatio: '4:3' }) });
    await page.goto(`${site}/generations/${asked.id}`, { waitUntil: 'commit' });
    await page.locator('#making').waitFor();
    const image = await page.screenshot({ type: 'png' });
    await api(`/generations/${asked.id}/cancel`, { method: 'POST' });
    await context.close();
    return image;
  }
  if (shown.done) {
    const requests = await api('/generations?limit=100');
    const done = requests.items.find(({ status }) => status === 'succeeded');
    await page.goto(`${site}/generations/${done.id}`);
  } else {
    await page.goto(site + shown.path);
  }
  if (shown.then) {
    await shown.then(page);
    await page.locator('dialog .picture').waitFor();
  }
  await page.waitForLoadState('networkidle').catch(() => {});
  const image = await page.screenshot({ type: 'png' });
  await context.close();
  return image;
}

// Light above, dark below; all at one scale.
async function sheet(name, shots) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const scale = (1600 - 4 * 16) / SIZES.reduce((total, { width }) => total + width, 0);
  const images = shots.map(({ width, image }) => `<img width="${Math.round(width * scale)}" src="data:image/png;base64,${image.toString('base64')}">`);
  await page.setContent(`<body style="margin:16px;background:#c9c6c0;display:flex;flex-wrap:wrap;gap:16px;align-items:start">${images.join('')}</body>`);
  await page.locator('body').screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 78 });
  await page.close();
}
