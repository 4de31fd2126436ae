// What stands in for a picture until it is there: https://evanw.github.io/thumbhash/
const crests = (side) => [0, 1, 2, 3, 4, 5, 6].map((wave) => Array.from({ length: side }, (_, i) => Math.cos(Math.PI / side * wave * (i + 0.5))));

// Reads a hash, low bits first, and adds up its waves.
function roughly(hash, side = 16) {
  let at = 0;
  const take = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) value |= ((hash.charCodeAt(at >> 3) >> (at++ & 7)) & 1) << i;
    return value;
  };
  const [light, yellow, red, reach, hasAlpha, waves, yellows, reds, wide] = [6, 6, 6, 5, 1, 3, 6, 6, 1].map(take);
  const [alpha, alphas] = hasAlpha ? [4, 4].map(take) : [];
  const most = hasAlpha ? 5 : 7;
  const [across, down] = wide ? [most, waves] : [waves, most];
  const [width, height] = [across, down].map((n) => Math.round((side * n) / most));
  const [columns, rows] = [width, height].map(crests);

  const channel = (nx, ny, mean, reach) => {
    const values = new Float64Array(width * height).fill(mean);
    for (let cy = 0; cy < ny; cy++) {
      for (let cx = cy ? 0 : 1; cx * ny < nx * (ny - cy); cx++) {
        const level = (take(4) / 3.75 - 2) * reach;
        const column = columns[cx];
        for (let y = 0, i = 0; y < height; y++) {
          for (let x = 0, high = level * rows[cy][y]; x < width; x++) values[i++] += high * column[x];
        }
      }
    }
    return values;
  };
  const l = channel(Math.max(3, across), Math.max(3, down), light / 63, reach / 31);
  const p = channel(3, 3, yellow / 31.5 - 1, yellows / 50.4);
  const q = channel(3, 3, red / 31.5 - 1, reds / 50.4);
  const a = hasAlpha && channel(5, 5, alpha / 15, alphas / 15);
  const image = new ImageData(width, height);
  l.forEach((value, i) => {
    const b = value - p[i] / 1.5;
    const r = (3 * value - b + q[i]) / 2;
    image.data.set([255 * r, 255 * (r - q[i]), 255 * b, a ? 255 * a[i] : 255], 4 * i);
  });
  return image;
}

const easel = document.createElement('canvas');

// A tile's ground stays while its picture fades in.
function standIn(img) {
  const image = roughly(atob(img.dataset.hash));
  easel.width = image.width;
  easel.height = image.height;
  easel.getContext('2d').putImageData(image, 0, 0);
  const ground = img.closest('.tile-picture') ?? img;
  const clear = () => (ground.style.background = '');
  ground.style.background = `url(${easel.toDataURL()}) center / cover`;
  img.onerror = clear;
  img.onload = () => {
    if (ground === img || matchMedia('(prefers-reduced-motion: reduce)').matches) clear();
    else img.animate({ opacity: [0, 1] }, 200).onfinish = clear;
  };
}

// Only what comes into view is drawn.
const view = new IntersectionObserver((all) => {
  for (const { isIntersecting, target } of all) {
    if (!isIntersecting) continue;
    view.unobserve(target);
    if (!target.complete) standIn(target);
  }
});
const watch = (root) => root.querySelectorAll('img[data-hash]').forEach((img) => view.observe(img));

document.addEventListener('htmx:load', ({ target }) => watch(target));
watch(document);
