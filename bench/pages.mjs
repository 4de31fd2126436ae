// Measures pages in Chromium; see README.md.
import { createRequire } from 'node:module';
import { execSync } from 'node:child_process';
import { writeFileSync, readFileSync } from 'node:fs';
import os from 'node:os';

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT);
const [site, folder] = process.argv.slice(2);
const RUNS = 5;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const MACHINES = [
  { name: 'desktop', viewport: { width: 1440, height: 900 }, slowdown: 1 },
  { name: 'phone, 4 × slower', viewport: { width: 390, height: 844 }, slowdown: 4, isMobile: true, hasTouch: true },
  { name: 'phone, 4 × slower, slow 4G', viewport: { width: 390, height: 844 }, slowdown: 4, isMobile: true, hasTouch: true, slow: true },
];
const GOALS = { js: 60_000, own: 15_000, shift: 0 };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
const feed = await (await fetch(`${site}/api/v1/images?limit=1`)).json();
const PAGES = [
  { name: 'feed', path: '/' },
  { name: 'feed, 48 cards', path: '/', cards: 48 },
  { name: 'picture', path: `/images/${feed.items[0].id}` },
  { name: 'create', path: '/create', member: true },
];

const rows = [];
for (const machine of MACHINES) {
  for (const page of PAGES) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await visit(machine, page));
    rows.push({ machine: machine.name, page: page.name, ...medians(runs) });
  }
}
await browser.close();

const line = (cells) => `| ${cells.join(' | ')} |`;
const kb = (bytes) => (bytes / 1000).toFixed(1);
const table = [
  `${os.cpus().length} cores, ${cpu()}, ${new Date().toISOString().slice(0, 10)}, ${commit()}; Chromium ${browser.version()}, median of ${RUNS}, empty cache`,
  '',
  line(['machine', 'page', 'requests', 'kB', 'HTML', 'CSS', 'JS', 'JS without htmx', 'pictures', 'FCP ms', 'LCP ms', 'layout shift', 'blocked ms']),
  line(['---', '---', ...Array(11).fill('---:')]),
  ...rows.map((row) => line([row.machine, row.page, row.requests, ...[row.bytes, row.html, row.css, row.js, row.own, row.pictures].map(kb), row.fcp.toFixed(0), row.lcp.toFixed(0), row.shift.toFixed(3), row.blocked.toFixed(0)])),
].join('\n');
console.log(table);
writeFileSync(`${folder}/pages.md`, table + '\n');
const missed = rows.filter((row) => row.js > GOALS.js || row.own > GOALS.own || row.shift > GOALS.shift);
if (missed.length) {
  console.error(`Missed: ${missed.map((row) => `${row.page} on a ${row.machine}`).join(', ')}`);
  process.exit(1);
}

async function visit(machine, { path, cards, member }) {
  const { slowdown, slow, name, ...options } = machine;
  const context = await browser.newContext({ ...options, locale: 'ko-KR', timezoneId: 'Asia/Seoul', serviceWorkers: 'block' });
  if (member) {
    const { token } = await (
      await fetch(`${site}/local-clerk/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"username":"지우"}' })
    ).json();
    await context.addCookies([{ name: '__session', value: token, url: site }]);
  }
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (slow) await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 });
  const requests = new Map();
  wire.on('Network.responseReceived', ({ requestId, type, response }) => requests.set(requestId, { type, url: response.url, bytes: 0 }));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => requests.has(requestId) && (requests.get(requestId).bytes = encodedDataLength));
  await page.addInitScript(() => {
    window.seen = { shift: 0, blocked: 0, lcp: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (seen.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.blocked += Math.max(0, entry.duration - 50)))).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.lcp = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(site + path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle').catch(() => {});
  const { lcp } = await page.evaluate(() => seen);
  while (cards && (await page.locator('main .tile').count()) < cards) {
    await page.mouse.wheel(0, 800);
    await page.waitForTimeout(50);
  }
  if (cards) await page.waitForLoadState('networkidle').catch(() => {});
  const seen = await page.evaluate(() => ({ ...seen, fcp: performance.getEntriesByName('first-contentful-paint')[0].startTime }));
  await context.close();
  const all = [...requests.values()];
  const sum = (of) => all.filter(of).reduce((total, { bytes }) => total + bytes, 0);
  return {
    requests: all.length,
    bytes: sum(() => true),
    html: sum(({ type }) => type === 'Document'),
    css: sum(({ type }) => type === 'Stylesheet'),
    js: sum(({ type }) => type === 'Script'),
    own: sum(({ type, url }) => type === 'Script' && !url.includes('htmx')),
    pictures: sum(({ type }) => type === 'Image'),
    ...seen,
    lcp,
  };
}

function medians(runs) {
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
}

function cpu() {
  return readFileSync('/proc/cpuinfo', 'utf8').match(/model name\s*: (.*)/)?.[1] ?? os.cpus()[0].model;
}

function commit() {
  return execSync('git rev-parse --short HEAD', { cwd: new URL('.', import.meta.url) }).toString().trim();
}
