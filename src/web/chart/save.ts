/** A chart as a self-contained file: with its styles and font, a title, what it shows, and its link. */
import face from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import latinFace from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal.woff2?url';
import { pageDirection } from '../language.ts';

export interface ChartCaption {
  title: string;
  /** What it shows: series, filters, matching. */
  about: string;
  /** The chart's legend, if colours need one. */
  legend?: readonly { text: string; color: string }[];
}

const ns = 'http://www.w3.org/2000/svg';
const family = 'IBM Plex Sans Arabic';
const margin = 16;

/** The style properties that decide how a shape looks; everything else of the page's style is left out. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'direction',
  'unicode-bidi',
  'display',
];

export async function chartFile(
  svg: SVGSVGElement,
  caption: ChartCaption,
  format: 'svg' | 'png',
): Promise<Blob> {
  // A drawing that is not on screen is added invisibly while its computed style is read.
  const stray = !svg.isConnected;
  if (stray) {
    svg.style.cssText = 'position:absolute;inset-inline-start:0;inset-block-start:0;visibility:hidden';
    document.body.append(svg);
  }
  const { text, width, height } = await standalone(svg, caption);
  if (stray) svg.remove();
  const blob = new Blob([text], { type: 'image/svg+xml' });
  return format === 'svg' ? blob : picture(text, width, height);
}

async function standalone(svg: SVGSVGElement, { title, about, legend = [] }: ChartCaption) {
  const box = svg.getBoundingClientRect();
  const [ink, quiet, paper] = ['--ink', '--quiet', '--paper'].map((name) => colorNow(`var(${name})`));
  const head = 58 + 20 * legend.length;
  const foot = 30;
  const width = Math.ceil(box.width) + 2 * margin;
  const height = Math.ceil(box.height) + head + foot;
  const whole = document.createElementNS(ns, 'svg');
  whole.setAttribute('xmlns', ns);
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.setAttribute('font-family', `'${family}', sans-serif`);
  whole.append(await faces(), rectangle(width, height, paper!));
  const start = pageDirection === 'rtl' ? width - margin : margin;
  whole.append(
    line(title, start, 24, 16, ink!, true),
    line(about, start, 46, 12, quiet!),
    line(
      decodeURI(location.href).length > 160 ? location.origin : location.href,
      margin,
      height - 10,
      10,
      quiet!,
      false,
      'ltr',
    ),
  );
  for (const [index, { text, color }] of legend.entries()) {
    const y = 66 + 20 * index;
    const swatch = rectangle(10, 10, colorNow(color));
    swatch.setAttribute('x', String(pageDirection === 'rtl' ? start - 10 : start));
    swatch.setAttribute('y', String(y - 10));
    whole.append(swatch, line(text, pageDirection === 'rtl' ? start - 16 : start + 16, y, 13, ink!));
  }
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy);
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(head));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  for (const link of copy.querySelectorAll('a')) {
    const href = link.getAttribute('href');
    if (href) link.setAttribute('href', new URL(href, location.origin).href);
  }
  whole.append(copy);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** A colour with its current value, light or dark. */
function colorNow(value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function inline(from: Element, to: Element): void {
  const styles = getComputedStyle(from);
  for (const name of properties) {
    const value = styles.getPropertyValue(name);
    if (value !== '') (to as SVGElement).style.setProperty(name, value);
  }
  const children = [...from.children];
  for (const [index, child] of [...to.children].entries()) {
    if (child.tagName !== 'style') inline(children[index]!, child);
  }
}

async function faces(): Promise<Element> {
  const urls = await Promise.all([face, latinFace].map(dataUrl));
  const style = document.createElementNS(ns, 'style');
  style.textContent = urls
    .map(
      (url, index) =>
        `@font-face{font-family:'${family}';src:url(${url}) format('woff2');unicode-range:${index === 0 ? 'U+0600-06FF,U+FB50-FEFC' : 'U+0000-00FF,U+2000-206F'}}`,
    )
    .join('');
  return style;
}

async function dataUrl(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}

function rectangle(width: number, height: number, fill: string): Element {
  const shape = document.createElementNS(ns, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill }))
    shape.setAttribute(name, String(value));
  return shape;
}

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  bold = false,
  direction: string = pageDirection,
): Element {
  const shape = document.createElementNS(ns, 'text');
  const attributes = { x, y, 'font-size': size, fill, direction, 'font-weight': bold ? 700 : 400 };
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
  shape.textContent = text;
  return shape;
}

/** Twice the resolution of the screen. */
async function picture(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('the picture could not be made'))),
      'image/png',
    ),
  );
}
