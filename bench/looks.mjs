// Has the painter paint one motif in its eight styles, small, for the form that asks for pictures; see README.md.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT);
const site = process.argv[2];
const folder = new URL('../src/main/resources/static/assets/', import.meta.url).pathname;
const STYLES = ['realistic', 'artistic', 'anime', 'cartoon', 'digital-art', 'oil-painting', 'watercolor', '3d-render'];
const WIDTH = 192;
const HEIGHT = 144;

const { token } = await (
  await fetch(`${site}/local-clerk/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: `{"username":"looks-${Date.now()}"}` })
).json();
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const api = async (path, init) => (await fetch(`${site}/api/v1${path}`, { headers, ...init })).json();

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const style of STYLES) {
  const { id } = await api('/generations', { method: 'POST', body: JSON.stringify({ prompt: '노을 지는 바다 위의 작은 돛단배', style, imageSize: 'small', aspectRatio: '4:3', seed: 7 }) });
  await (await fetch(`${site}/api/v1/generations/${id}/events`, { headers })).text();
  const { imageId } = await api(`/generations/${id}`);
  const bytes = Buffer.from(await (await fetch(`${site}/api/v1/images/${imageId}/download`, { headers })).arrayBuffer());
  const small = await page.evaluate(
    async ([source, width, height]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return canvas.toDataURL('image/webp', 0.62);
    },
    [`data:image/png;base64,${bytes.toString('base64')}`, WIDTH, HEIGHT],
  );
  writeFileSync(`${folder}look-${style}.webp`, Buffer.from(small.split(',')[1], 'base64'));
}
await browser.close();
